package dev.mete.dsl.parse;

import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.engine.diagnostic.Source;
import java.util.Locale;

/** Finds characters that a reader of a policy cannot see and that make it say something else than it shows. */
final class InvisibleCharacters {
    private InvisibleCharacters() {}

    /** Reports each of them, in comments and texts too. */
    static void report(Source source, Report report) {
        String text = source.text();
        int last = -2;
        for (int at = 0; at < text.length(); at++) {
            if (isInvisible(text, at)) {
                if (last != at - 1) {
                    report.error(
                            Code.INVISIBLE_CHARACTER,
                            source.span(at, at + 1),
                            "an invisible character stands here, " + name(text.charAt(at)),
                            "remove it");
                }
                last = at;
            }
        }
    }

    /** A code point as Unicode names it, {@code U+202E}. */
    static String name(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }

    private static boolean isInvisible(String text, int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '\t', '\r', '\n' -> false;
            // Marks, embeddings, overrides and isolates that change the direction of what follows.
            case '\u061C', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E' -> true;
            case '\u2066', '\u2067', '\u2068', '\u2069' -> true;
            default -> Character.isISOControl(c) || isHalf(text, at);
        };
    }

    /** Half of a surrogate pair without the other half, which no UTF-8 file has. */
    private static boolean isHalf(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
