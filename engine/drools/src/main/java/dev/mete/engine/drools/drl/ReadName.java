package dev.mete.engine.drools.drl;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.diagnostic.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the constants of the facts' enums, such as {@code Bucket.USE}; what is none is reported and read as the first one. */
final class ReadName {
    private static final List<String> BUCKETS = constants("Bucket", Bucket.words());
    private static final List<String> EFFORTS = constants("Effort", Effort.words());

    private final Mistakes mistakes;
    private final Imports imports;

    ReadName(Scope scope) {
        this.mistakes = scope.mistakes();
        this.imports = scope.imports();
    }

    Bucket bucket(Expr expr) {
        return read(expr, "Bucket")
                .flatMap(Bucket::of)
                .orElseGet(() -> unknown(Code.UNKNOWN_BUCKET, expr, "bucket", BUCKETS, Bucket.USE));
    }

    Effort effort(Expr expr) {
        return read(expr, "Effort")
                .flatMap(Effort::of)
                .orElseGet(() -> unknown(Code.UNKNOWN_EFFORT, expr, "effort", EFFORTS, Effort.NONE));
    }

    private Optional<String> read(Expr expr, String type) {
        if (expr instanceof Expr.Member(Expr.Name(String target, var span), String name, var _)
                && target.equals(type)) {
            imports.require(type, span);
            return name.equals(name.toUpperCase(Locale.ROOT))
                    ? Optional.of(name.toLowerCase(Locale.ROOT))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private <T> T unknown(Code code, Expr expr, String kind, List<String> known, T instead) {
        if (!(expr instanceof Expr.Broken)) {
            Span span = expr.span();
            mistakes.error(
                    code, span, "unknown " + kind + " `" + span.text() + "`", NearestName.help(span.text(), known));
        }
        return instead;
    }

    private static List<String> constants(String type, List<String> words) {
        return words.stream()
                .map(word -> type + "." + word.toUpperCase(Locale.ROOT))
                .toList();
    }
}
