package dev.mete.bench.http.constant;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Javalin as it comes, with one route: {@code PlainJavalin PORT ANSWER bytes|objects}. It takes the body as bytes and answers bytes, or has Jackson make
 * objects of the body and write the answer from objects.
 */
public final class PlainJavalin {
    private PlainJavalin() {}

    /** A request as a class, for Jackson. */
    record Request(Map<String, Object> task) {}

    /** Listens until the process is ended. */
    public static void main(String[] arguments) throws IOException {
        Handler handler = handler(Files.readAllBytes(Path.of(arguments[1])), arguments[2].equals("objects"));
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.showOldJavalinVersionWarning = false;
                    config.routes.post("/decide", handler);
                })
                .start("127.0.0.1", Integer.parseInt(arguments[0]));
    }

    private static Handler handler(byte[] answer, boolean isObjects) throws IOException {
        if (!isObjects) {
            return ctx -> bytes(ctx, answer);
        }
        Object object = new JsonMapper().readValue(answer, Object.class);
        return ctx -> objects(ctx, object);
    }

    private static void bytes(Context ctx, byte[] answer) {
        if (ctx.bodyAsBytes().length == 0) {
            throw new IllegalArgumentException("no body");
        }
        ctx.contentType("application/json").result(answer);
    }

    private static void objects(Context ctx, Object answer) {
        if (ctx.bodyAsClass(Request.class).task().isEmpty()) {
            throw new IllegalArgumentException("no task");
        }
        ctx.json(answer);
    }
}
