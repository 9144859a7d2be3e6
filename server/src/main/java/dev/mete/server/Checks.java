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

/** The address that checks a text without loading it. Thread-safe. */
final class Checks {
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
        List<Diagnostic> found = checking.check(request.text(), request.language(), request.name(), catalog);
        WriteJson.to(ctx, out -> write(out, found));
    }

    private static void write(JsonGenerator out, List<Diagnostic> found) throws IOException {
        out.writeStartObject();
        out.writeBooleanField("loads", found.stream().noneMatch(Diagnostic::isError));
        out.writeFieldName("diagnostics");
        DiagnosticJson.write(out, found);
        out.writeEndObject();
    }
}
