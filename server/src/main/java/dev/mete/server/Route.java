package dev.mete.server;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Set;

/**
 * One address of the service.
 *
 * @param path with parameters in braces, as in {@code /v1/policies/{policy}}
 * @param parameters the query parameters that it knows; any other is a problem
 * @param produces the media types that it can answer with
 */
record Route(HandlerType method, String path, Set<String> parameters, Set<String> produces, Handler handler) {
    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";

    static Route get(String path, String produces, Handler handler) {
        return new Route(HandlerType.GET, path, Set.of(), Set.of(produces), handler);
    }

    static Route post(String path, Set<String> parameters, Set<String> produces, Handler handler) {
        return new Route(HandlerType.POST, path, parameters, produces, handler);
    }
}
