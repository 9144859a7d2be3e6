package dev.mete.server;

import dev.mete.server.problem.Problem;
import dev.mete.server.problem.ProblemKind;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty itself refuses, such as broken HTTP or a header that is too large, as a problem too. */
final class JettyErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        byte[] body = problem(response.getStatus()).toBytes(null);
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static Problem problem(int status) {
        ProblemKind kind = status >= HttpStatus.INTERNAL_SERVER_ERROR_500 ? ProblemKind.INTERNAL : ProblemKind.BAD_REQUEST;
        return new Problem(kind, status, HttpStatus.getMessage(status).toLowerCase(java.util.Locale.ROOT), List.of());
    }
}
