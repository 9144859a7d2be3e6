package dev.mete.server;

import dev.mete.engine.diagnostic.NearestName;
import dev.mete.server.problem.Problem;
import dev.mete.server.problem.Problem.Item;
import dev.mete.server.problem.ProblemException;
import dev.mete.server.problem.ProblemKind;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.QuotedQualityCSV;

/** Checks what a request says beside its body: its parameters, and the forms of answer that it accepts. */
final class CheckRequest {
    private static final Pattern BROKEN_CODE = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private CheckRequest() {}

    static void of(Context ctx, Route route) {
        parameters(ctx, route.parameters());
        accept(ctx, route.produces());
    }

    private static void parameters(Context ctx, Set<String> known) {
        String query = ctx.queryString();
        if (query != null && BROKEN_CODE.matcher(query).find()) {
            throw new ProblemException(Problem.of(
                    ProblemKind.BAD_PARAMETER,
                    "the parameters have a `%` without two hexadecimal digits after it",
                    "write `%25` for a percent sign"));
        }
        ctx.queryParamMap().forEach((name, values) -> {
            if (values.size() > 1) {
                throw new ProblemException(Problem.of(
                        ProblemKind.BAD_PARAMETER,
                        "`" + name + "` is given " + values.size() + " times",
                        "send it once"));
            }
        });
        List<Item> unknown = ctx.queryParamMap().keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> Item.of(
                        "unknown parameter `" + name + "`",
                        known.isEmpty() ? "this address takes no parameters" : NearestName.help(name, known)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(
                    Problem.of(ProblemKind.BAD_PARAMETER, unknown.getFirst().message(), unknown));
        }
    }

    private static void accept(Context ctx, Set<String> produced) {
        List<String> headers = Collections.list(ctx.req().getHeaders("Accept"));
        if (headers.isEmpty()) {
            return;
        }
        var accepted = new QuotedQualityCSV();
        headers.forEach(accepted::addValue);
        boolean isAccepted = accepted.getValues().stream()
                .map(range -> range.split(";", 2)[0].strip())
                .anyMatch(range -> produced.stream().anyMatch(type -> isWithin(type, range)));
        if (!isAccepted) {
            String types = String.join(", ", produced.stream().sorted().toList());
            throw new ProblemException(Problem.of(
                    ProblemKind.NOT_ACCEPTABLE,
                    "the answer is " + types + ", which the header `Accept` does not allow",
                    "send `Accept: " + types + "` or leave it out"));
        }
    }

    private static boolean isWithin(String type, String range) {
        return range.equals("*/*")
                || range.equalsIgnoreCase(type)
                || (range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1)));
    }
}
