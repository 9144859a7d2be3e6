package dev.mete.dsl.check;

import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.Text;
import dev.mete.engine.diagnostic.Span;
import org.jspecify.annotations.Nullable;

/** What decisions and explanations call a line that has no name of its own: its reason, else its words. */
public final class LimitName {
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
        String words = withoutComments(line.text()).strip().replaceAll("\\s+", " ");
        return words.length() > LONGEST ? words.substring(0, LONGEST).stripTrailing() + "…" : words;
    }

    private static String withoutComments(String text) {
        var kept = new StringBuilder();
        boolean isQuoted = false;
        boolean isComment = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            isComment = c != '\n' && (isComment || (c == '#' && !isQuoted));
            if (isComment) {
                continue;
            }
            kept.append(c);
            if (c == '\\' && isQuoted && at + 1 < text.length()) {
                at++;
                kept.append(text.charAt(at));
            } else if (c == '"') {
                isQuoted = !isQuoted;
            }
        }
        return kept.toString();
    }
}
