package dev.mete.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.server.reload.ServedPolicy;
import dev.mete.server.reload.Snapshot;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;

/** Whether the process lives, whether it can decide, and what it has done. Thread-safe. */
final class Health {
    private static final String PROMETHEUS = "text/plain";
    private static final String OPEN_METRICS = "application/openmetrics-text";

    private final Service service;
    private final Drain drain;

    Health(Service service, Drain drain) {
        this.service = service;
        this.drain = drain;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/healthz", Route.JSON, ctx -> WriteJson.to(ctx, out -> status(out, "alive"))),
                Route.get("/readyz", Route.JSON, this::ready),
                new Route(
                        io.javalin.http.HandlerType.GET,
                        "/metrics",
                        java.util.Set.of(),
                        java.util.Set.of(PROMETHEUS, OPEN_METRICS),
                        this::metrics));
    }

    private static void status(JsonGenerator out, String status) throws IOException {
        out.writeStartObject();
        out.writeStringField("status", status);
        out.writeEndObject();
    }

    /** Ready: every policy has a good revision, if not of the files of now, and the service is not about to end. */
    private void ready(Context ctx) throws IOException {
        var policies = List.copyOf(service.policies().all());
        boolean isComplete = !policies.isEmpty()
                && policies.stream().allMatch(policy -> policy.current().isPresent());
        String status = drain.isDraining() ? "draining" : isComplete ? "ready" : "not ready";
        ctx.status(isComplete && !drain.isDraining() ? 200 : 503);
        WriteJson.to(ctx, out -> {
            out.writeStartObject();
            out.writeStringField("status", status);
            out.writeArrayFieldStart("policies");
            for (ServedPolicy policy : policies) {
                ready(out, policy);
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void ready(JsonGenerator out, ServedPolicy policy) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", policy.name());
        Snapshot snapshot = policy.current().orElse(null);
        if (snapshot != null) {
            out.writeStringField("revision", snapshot.policy().info().revision());
        }
        out.writeBooleanField("stale", policy.failed().isPresent());
        out.writeEndObject();
    }

    private void metrics(Context ctx) {
        String accept = ctx.header("Accept");
        boolean isOpen = accept != null && accept.contains(OPEN_METRICS);
        String type =
                isOpen ? OPEN_METRICS + ";version=1.0.0;charset=utf-8" : PROMETHEUS + ";version=0.0.4;charset=utf-8";
        ctx.contentType(type).result(service.metrics().scrape(type));
    }
}
