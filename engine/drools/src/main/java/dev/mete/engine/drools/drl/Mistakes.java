package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.diagnostic.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a rule file, each mistake once. Not thread-safe; one per file. */
final class Mistakes {
    /** How many are shown; what follows is as a rule a consequence. */
    static final int MOST = 200;

    private final Source source;
    private final Set<Diagnostic> found = new LinkedHashSet<>();

    Mistakes(Source source) {
        this.source = source;
    }

    Source source() {
        return source;
    }

    /** A mistake that has to be put right. */
    void error(Code code, Span span, String message, @Nullable String help) {
        add(Diagnostic.error(code.text(), span, message, help));
    }

    /** A mistake that was put into words elsewhere. */
    void add(Diagnostic mistake) {
        if (found.size() < MOST) {
            found.add(mistake);
        } else if (found.size() == MOST) {
            found.add(Diagnostic.error(
                    Code.MORE_MISTAKES.text(),
                    mistake.span(),
                    "there are more mistakes than the " + MOST + " that are shown",
                    "correct these first"));
        }
    }

    /** Whether there are so many that no more are shown. */
    boolean areAllShown() {
        return found.size() > MOST;
    }

    /** Mistakes that others found. */
    void addAll(List<Diagnostic> diagnostics) {
        diagnostics.forEach(this::add);
    }

    /** Something that DRL has and restricted DRL does not. */
    void beyond(Code code, Span span, String what, String instead) {
        error(code, span, what + " is outside of restricted DRL", instead + "; `--trust-drl` runs full DRL");
    }

    /** How many there are so far, to see whether reading something adds to them. */
    int count() {
        return found.size();
    }

    List<Diagnostic> found() {
        return List.copyOf(found);
    }

    Span span(int start, int end) {
        return source.span(start, end);
    }

    Span span(Token token) {
        return span(token.start(), token.end());
    }
}
