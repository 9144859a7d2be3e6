package dev.mete.dsl.report;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.diagnostic.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a policy while it is read. Not thread-safe; used for one reading. */
public final class Report {
    /** How many diagnostics one reading shows; what follows is as a rule a consequence. */
    public static final int MOST = 100;

    private final List<Diagnostic> found = new ArrayList<>();
    private boolean failed;
    private boolean full;

    /** Notes an error. */
    public void error(Code code, Span span, String message) {
        add(Diagnostic.error(code.text(), span, message));
    }

    /** Notes an error and what to write instead; null where there is nothing to say. */
    public void error(Code code, Span span, String message, @Nullable String help) {
        add(Diagnostic.error(code.text(), span, message, help));
    }

    /** Notes a name that there is not, and the known one that it most likely means. */
    public void unknown(Code code, Span span, String message, String written, Collection<String> known) {
        // Looking for the nearest name is slow where there are many, and shows only while there is room.
        add(Diagnostic.error(code.text(), span, message, full ? null : NearestName.help(written, known)));
    }

    /** Notes diagnostics that others found. */
    public void addAll(List<Diagnostic> diagnostics) {
        diagnostics.forEach(this::add);
    }

    /** Whether anything found so far keeps the policy from loading. */
    public boolean hasErrors() {
        return failed;
    }

    /** Everything found so far. */
    public List<Diagnostic> diagnostics() {
        return List.copyOf(found);
    }

    private void add(Diagnostic diagnostic) {
        failed |= diagnostic.isError();
        if (found.size() < MOST) {
            found.add(diagnostic);
        } else if (!full) {
            full = true;
            found.add(Diagnostic.error(
                    Code.MORE_MISTAKES.text(),
                    end(diagnostic.span().source()),
                    "there are more mistakes than the " + MOST + " that are shown",
                    "correct these first"));
        }
    }

    private static Span end(Source source) {
        int end = source.text().stripTrailing().length();
        return source.span(end, end);
    }
}
