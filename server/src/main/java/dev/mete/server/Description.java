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

    /** Made when the first caller asks, so that no start waits for it. */
    private static final class Made {
        static final byte[] OPEN_API = resource();
        static final byte[] PAGE = new DocsPage(tree()).toBytes();
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/openapi.json",
                        Route.JSON,
                        ctx -> ctx.contentType(Route.JSON).result(Made.OPEN_API)),
                Route.get("/docs", HTML, this::page));
    }

    /** The page takes nothing from anywhere, and the browser is told so. */
    private void page(Context ctx) {
        ctx.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        ctx.contentType(HTML + "; charset=utf-8").result(Made.PAGE);
    }

    private static JsonNode tree() {
        try {
            return new ObjectMapper().readTree(Made.OPEN_API);
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
