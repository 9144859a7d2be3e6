package dev.mete.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The addresses that describe the service: as OpenAPI for programs, as a page for people. Thread-safe. */
final class Description {
    private static final String HTML = "text/html";

    private final byte[] openApi = resource();
    private final byte[] page;

    Description() {
        this.page = new DocsPage(tree()).toBytes();
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/openapi.json",
                        Route.JSON,
                        ctx -> ctx.contentType(Route.JSON).result(openApi)),
                Route.get("/docs", HTML, this::page));
    }

    /** The page takes nothing from anywhere, and the browser is told so. */
    private void page(Context ctx) {
        ctx.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        ctx.contentType(HTML + "; charset=utf-8").result(page);
    }

    private JsonNode tree() {
        try {
            return new ObjectMapper().readTree(openApi);
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.json is JSON", e);
        }
    }

    private static byte[] resource() {
        try (InputStream in = Description.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is part of the service");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.json is part of the service", e);
        }
    }
}
