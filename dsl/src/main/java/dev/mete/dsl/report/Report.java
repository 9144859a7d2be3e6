package dev.mete.dsl.report;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.diagnostic.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a policy while it is read. Not thread-safe; used for one reading. */
public final class Report {
    /** How many diagnostics one reading shows; what follows is as a rule a consequence. */
    public static final int MOST = 100;

    /** The longest word that is shown whole: as long as the names of rules can be. */
    private static final int LONGEST_WORD = 200;

    private static final Pattern LONG_WORD = Pattern.compile("([^\\s`]{60})[^\\s`]{" + (LONGEST_WORD - 59) + ",}");

    private final List<Diagnostic> found = new ArrayList<>();
    private boolean failed;
    private @Nullable Diagnostic more;

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
        add(Diagnostic.error(
                code.text(), span, message, found.size() >= MOST ? null : NearestName.help(written, known)));
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
        return Stream.concat(found.stream(), Stream.ofNullable(more)).toList();
    }

    private void add(Diagnostic diagnostic) {
        failed |= diagnostic.isError();
        if (found.size() < MOST) {
            found.add(readable(diagnostic));
        } else if (more == null || (diagnostic.isError() && !more.isError())) {
            // More warnings are no mistake: they do not keep a policy from loading.
            more = new Diagnostic(
                    Code.MORE_MISTAKES.text(),
                    diagnostic.severity(),
                    "there are more " + (diagnostic.isError() ? "mistakes" : "warnings") + " than the " + MOST
                            + " that are shown",
                    end(diagnostic.span().source()),
                    "correct these first");
        }
    }

    /** A word can be as long as a file; where a message shows it, its start says enough. */
    private static Diagnostic readable(Diagnostic diagnostic) {
        String help = diagnostic.help();
        return new Diagnostic(
                diagnostic.code(),
                diagnostic.severity(),
                shortened(diagnostic.message()),
                diagnostic.span(),
                help == null ? null : shortened(help));
    }

    private static String shortened(String sentence) {
        return sentence.length() <= LONGEST_WORD
                ? sentence
                : LONG_WORD.matcher(sentence).replaceAll("$1…");
    }

    private static Span end(Source source) {
        int end = source.text().stripTrailing().length();
        return source.span(end, end);
    }
}
