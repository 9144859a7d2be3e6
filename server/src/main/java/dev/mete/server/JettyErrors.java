package dev.mete.server;

import dev.mete.server.problem.Problem;
import dev.mete.server.problem.ProblemKind;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
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
        // what is left of the request is not read
        headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static Problem problem(int status) {
        boolean isOurs = HttpStatus.isServerError(status) && status != HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505;
        ProblemKind kind = isOurs ? ProblemKind.INTERNAL : ProblemKind.BAD_REQUEST;
        return new Problem(kind, status, HttpStatus.getMessage(status).toLowerCase(java.util.Locale.ROOT), List.of());
    }
}
