package dev.mete.server;

import dev.mete.server.problem.Problem;
import dev.mete.server.problem.Problem.Item;
import dev.mete.server.problem.ProblemException;
import dev.mete.server.problem.ProblemKind;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever ends a request early into a problem. What is a failure of the service is logged; nobody is sent a stack trace. */
final class AnswerProblems {
    /** The answer to a failure of the service. */
    static final Problem INTERNAL = Problem.of(ProblemKind.INTERNAL, "the service failed; its log has the details");

    private static final Logger LOG = LoggerFactory.getLogger(AnswerProblems.class);

    private AnswerProblems() {}

    static void register(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, ctx) -> write(ctx, e.problem()));
        routes.exception(MethodNotAllowedResponse.class, AnswerProblems::wrongMethod);
        routes.exception(HttpResponseException.class, (e, ctx) -> write(ctx, ofHttp(ctx, e)));
        routes.exception(IOException.class, AnswerProblems::broken);
        routes.exception(Exception.class, AnswerProblems::failed);
    }

    /** Handles a request. A body that does not come in time is a problem; Javalin itself would answer it without a word. */
    static void inTime(Handler handler, Context ctx) throws Exception {
        try {
            handler.handle(ctx);
        } catch (IOException e) {
            if (!(e.getCause() instanceof TimeoutException) || ctx.res().isCommitted()) {
                throw e;
            }
            broken(e, ctx);
        }
    }

    static void write(Context ctx, Problem problem) {
        DrainBody.of(ctx);
        ctx.status(problem.status())
                .contentType(Problem.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .result(problem.toBytes(ctx.path()));
    }

    private static void wrongMethod(MethodNotAllowedResponse e, Context ctx) {
        String allowed = String.join(", ", e.getDetails().values());
        ctx.header("Allow", allowed);
        write(
                ctx,
                Problem.of(
                        ProblemKind.WRONG_METHOD,
                        "`" + ctx.path() + "` does not take " + ctx.method().name(),
                        "use " + allowed));
    }

    private static Problem ofHttp(Context ctx, HttpResponseException e) {
        return switch (e.getStatus()) {
            case 404 ->
                Problem.of(
                        ProblemKind.UNKNOWN_PATH,
                        "there is nothing at `" + ctx.path() + "`",
                        "GET /docs lists all addresses");
            case 413 -> Problem.of(ProblemKind.TOO_LARGE, "the body is too large");
            default -> new Problem(ProblemKind.BAD_REQUEST, e.getStatus(), "the request cannot be answered", List.of());
        };
    }

    /** The body could not be read to its end: broken HTTP, a client that is gone or one that is too slow. */
    private static void broken(IOException e, Context ctx) {
        LOG.debug("reading {} failed", ctx.path(), e);
        if (ctx.res().isCommitted()) {
            return;
        }
        Problem problem = unread(e);
        ctx.header("Connection", "close");
        ctx.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(problem.toBytes(ctx.path()));
    }

    /** Why a body could not be read to its end. */
    static Problem unread(IOException e) {
        if (e.getCause() instanceof TimeoutException) {
            return Problem.of(
                    ProblemKind.TOO_SLOW,
                    "the body stopped before its end",
                    "send all of it without a long pause; what came before the pause of a stream is answered");
        }
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof HttpException)) {
            cause = cause.getCause();
        }
        int status = cause instanceof HttpException http ? http.getCode() : ProblemKind.BAD_REQUEST.status();
        return new Problem(
                ProblemKind.BAD_REQUEST,
                status,
                "the body could not be read to its end",
                List.of(Item.of("the body could not be read to its end", null)));
    }

    /** The stack or the heap was not enough for one request. */
    static void machineFailed(HttpServletResponse response, Error error) {
        LOG.error("a request failed", error);
        if (response.isCommitted()) {
            return;
        }
        try {
            response.reset();
            response.setStatus(INTERNAL.status());
            response.setContentType(Problem.MEDIA_TYPE);
            response.getOutputStream().write(INTERNAL.toBytes(null));
        } catch (IOException e) {
            LOG.debug("the caller is gone", e);
        }
    }

    private static void failed(Exception e, Context ctx) {
        LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
        if (!ctx.res().isCommitted()) {
            write(ctx, INTERNAL);
        }
    }
}
