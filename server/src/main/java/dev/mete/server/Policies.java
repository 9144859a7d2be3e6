package dev.mete.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.catalog.CatalogStamp;
import dev.mete.engine.json.DiagnosticJson;
import dev.mete.server.problem.Problem;
import dev.mete.server.problem.Problem.Item;
import dev.mete.server.problem.ProblemException;
import dev.mete.server.problem.ProblemKind;
import dev.mete.server.reload.CatalogStatus;
import dev.mete.server.reload.FailedLoad;
import dev.mete.server.reload.ServedPolicies;
import dev.mete.server.reload.ServedPolicy;
import dev.mete.server.reload.Snapshot;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The addresses that show what is served. Thread-safe. */
final class Policies {
    private final FindPolicy find;
    private final ServedPolicies policies;
    private final InstantSource clock;

    Policies(FindPolicy find, ServedPolicies policies, InstantSource clock) {
        this.find = find;
        this.policies = policies;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/v1/policies", Route.JSON, this::all),
                Route.get("/v1/policies/{policy}", Route.JSON, this::one),
                Route.get("/v1/catalog", Route.JSON, this::catalog));
    }

    private void all(Context ctx) throws IOException {
        WriteJson.to(ctx, out -> {
            out.writeStartObject();
            String defaultName = find.defaultName();
            if (defaultName != null) {
                out.writeStringField("default", defaultName);
            }
            out.writeArrayFieldStart("policies");
            for (ServedPolicy policy : policies.all()) {
                out.writeStartObject();
                PolicyJson.summary(out, policy, clock.instant());
                out.writeEndObject();
            }
            out.writeEndArray();
            failed(out, "folder_failure", policies.rootFailure(), clock.instant());
            failed(out, "catalog_failure", policies.catalog().failure(), clock.instant());
            out.writeEndObject();
        });
    }

    /** In full and without a tag where something is wrong, since then what is answered is more than the revision. */
    private void one(Context ctx) throws IOException {
        ServedPolicy policy = find.named(ctx.pathParam("policy"));
        Snapshot snapshot = policy.current().orElse(null);
        if (snapshot != null
                && policy.failed().isEmpty()
                && isKnown(ctx, snapshot.policy().info().revision())) {
            return;
        }
        WriteJson.to(ctx, out -> {
            out.writeStartObject();
            PolicyJson.all(out, policy, clock.instant());
            out.writeEndObject();
        });
    }

    private void catalog(Context ctx) throws IOException {
        CatalogStatus status = policies.catalog();
        CatalogStatus.Good good = status.inUse().orElseThrow(() -> new ProblemException(noCatalog(status)));
        var stamp = CatalogStamp.of(good.catalog());
        String prices = stamp.pricesSince() == null ? "" : "@" + stamp.pricesSince();
        if (status.failure().isEmpty() && isKnown(ctx, stamp.revision() + prices)) {
            return;
        }
        WriteJson.to(ctx, out -> {
            out.writeStartObject();
            CatalogFileJson.fields(out, good, stamp);
            failed(out, "last_failed_load", status.failure(), clock.instant());
            out.writeEndObject();
        });
    }

    private static Problem noCatalog(CatalogStatus status) {
        var items = status.failure().map(FailedLoad::diagnostics).orElse(List.of()).stream()
                .map(Item::of)
                .toList();
        return Problem.of(ProblemKind.NO_CATALOG, "the model catalog has not been loaded", items);
    }

    /** Writes a load that failed and its age; nothing where none did. */
    static void failed(JsonGenerator out, String field, Optional<FailedLoad> failed, Instant now) throws IOException {
        if (failed.isEmpty()) {
            return;
        }
        FailedLoad load = failed.get();
        out.writeObjectFieldStart(field);
        out.writeStringField("at", load.at().toString());
        out.writeNumberField("age_seconds", Duration.between(load.at(), now).toSeconds());
        out.writeFieldName("diagnostics");
        DiagnosticJson.write(out, load.diagnostics());
        out.writeEndObject();
    }

    /** Sets the tag of what is answered. Whether the caller has it already, which is then the whole answer. */
    private static boolean isKnown(Context ctx, String revision) {
        String tag = "\"" + revision + "\"";
        ctx.header("ETag", tag);
        String header = ctx.header("If-None-Match");
        boolean isKnown = header != null
                && Arrays.stream(header.split(","))
                        .map(String::strip)
                        .map(known -> known.startsWith("W/") ? known.substring(2) : known)
                        .anyMatch(known -> known.equals("*") || known.equals(tag));
        if (isKnown) {
            ctx.status(304);
        }
        return isKnown;
    }
}
