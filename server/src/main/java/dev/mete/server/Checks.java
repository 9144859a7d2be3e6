package dev.mete.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.json.DiagnosticJson;
import dev.mete.server.decide.Body;
import dev.mete.server.problem.Problem;
import dev.mete.server.problem.ProblemException;
import dev.mete.server.problem.ProblemKind;
import dev.mete.server.reload.CatalogStatus;
import dev.mete.server.reload.CheckText;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The address that checks a text without loading it. Thread-safe. */
final class Checks {
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("mete-check-", 0).daemon().factory());

    private final Service service;
    private final CheckText checking;

    Checks(Service service) {
        this.service = service;
        this.checking = new CheckText(service.checking(), service.policies());
    }

    List<Route> routes() {
        return List.of(Route.post("/v1/check", Set.of(), Set.of(Route.JSON), this::check));
    }

    private void check(Context ctx) throws IOException {
        var request = new ReadCheck(service.checking().endings()).read(Body.of(ReadBody.single(ctx)));
        Catalog catalog = service.policies()
                .catalog()
                .inUse()
                .map(CatalogStatus.Good::catalog)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemKind.NO_CATALOG, "the model catalog has not been loaded")));
        List<Diagnostic> found =
                apart(() -> checking.check(request.text(), request.language(), request.name(), catalog));
        WriteJson.to(ctx, out -> write(out, found));
    }

    /** Checks on a thread of the machine: a large text takes seconds, in which a virtual thread would keep out others. */
    private static List<Diagnostic> apart(Callable<List<Diagnostic>> check) {
        try {
            return THREADS.submit(check).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException("checking failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("ended while it was checked", e);
        }
    }

    private static void write(JsonGenerator out, List<Diagnostic> found) throws IOException {
        out.writeStartObject();
        out.writeBooleanField("loads", found.stream().noneMatch(Diagnostic::isError));
        out.writeFieldName("diagnostics");
        DiagnosticJson.write(out, found);
        out.writeEndObject();
    }
}
