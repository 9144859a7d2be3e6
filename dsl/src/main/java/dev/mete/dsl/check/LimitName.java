package dev.mete.dsl.check;

import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.Text;
import dev.mete.engine.diagnostic.Span;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What decisions and explanations call a line that has no name of its own: its reason, else its words. */
public final class LimitName {
    private static final Pattern TEXT_OR_COMMENT = Pattern.compile("\"(?:[^\"\\\\\\r\\n]|\\\\[^\\r\\n])*+\"|#[^\\r\\n]*+");
    private static final int LONGEST = 160;

    private LimitName() {}

    /** The name of a limit. */
    static String of(Item.Limit limit) {
        return of(limit.because(), limit.span());
    }

    /** The reason of a line, else its words. */
    public static String of(@Nullable Text because, Span line) {
        return because != null && !because.value().isBlank() ? because.value() : words(line);
    }

    /** The words of a line without comments and line breaks. */
    public static String words(Span line) {
        String words = TEXT_OR_COMMENT
                .matcher(line.text())
                .replaceAll(match -> match.group().startsWith("#") ? "" : java.util.regex.Matcher.quoteReplacement(match.group()))
                .strip()
                .replaceAll("\\s+", " ");
        return words.length() > LONGEST ? words.substring(0, LONGEST).stripTrailing() + "…" : words;
    }
}
