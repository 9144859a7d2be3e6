package dev.mete.server;

import dev.mete.server.decide.Limits;
import dev.mete.server.problem.Problem;
import dev.mete.server.problem.ProblemException;
import dev.mete.server.problem.ProblemKind;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.MimeTypes;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request: of the right type, in UTF-8, not compressed, and never more than its limit. */
final class ReadBody {
    private ReadBody() {}

    /** The media type of the body, one of the given ones. */
    static String mediaType(Context ctx, Set<String> taken) {
        List<String> headers = Collections.list(ctx.req().getHeaders("Content-Type"));
        if (headers.size() > 1) {
            throw wrongType("the request has " + headers.size() + " content types", "send one header `Content-Type`");
        }
        String header = headers.isEmpty() ? "" : headers.getFirst();
        String type = mediaType(header);
        if (!taken.contains(type)) {
            String wanted = String.join("` or `", taken.stream().sorted().toList());
            throw wrongType(
                    type.isEmpty() ? "the request has no content type" : "the content type is `" + type + "`",
                    "send the header `Content-Type: " + wanted + "`");
        }
        if (!isUtf8(header)) {
            throw wrongType("the content type says that the body is not UTF-8", "send UTF-8");
        }
        plain("content coding", ctx.header("Content-Encoding"), "identity");
        plain("transfer coding", ctx.header("Transfer-Encoding"), "chunked");
        return type;
    }

    /** The body of a single task. */
    static byte[] single(Context ctx) throws IOException {
        mediaType(ctx, Set.of(Route.JSON));
        long length = ctx.req().getContentLengthLong();
        if (length > Limits.SINGLE) {
            throw new ProblemException(Limits.tooLarge("the body", Limits.SINGLE));
        }
        InputStream in = ctx.req().getInputStream();
        byte[] body = length >= 0 ? in.readNBytes((int) length) : in.readNBytes(Limits.SINGLE + 1);
        if (body.length > Limits.SINGLE) {
            throw new ProblemException(Limits.tooLarge("the body", Limits.SINGLE));
        }
        return body;
    }

    private static String mediaType(String header) {
        int end = header.indexOf(';');
        return (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static void plain(String what, @Nullable String coding, String allowed) {
        if (coding != null && !coding.equalsIgnoreCase(allowed)) {
            throw wrongType("the body has the " + what + " `" + coding + "`", "send it without a coding");
        }
    }

    private static boolean isUtf8(String header) {
        try {
            String charset = MimeTypes.getCharsetFromContentType(header);
            if (charset == null) {
                return true;
            }
            var named = Charset.forName(charset);
            return named.equals(StandardCharsets.UTF_8) || named.equals(StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException _) {
            // no name of a charset, or none that this machine has
            return false;
        }
    }

    private static ProblemException wrongType(String detail, String help) {
        return new ProblemException(Problem.of(ProblemKind.WRONG_CONTENT_TYPE, detail, help));
    }
}
