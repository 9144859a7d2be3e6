package dev.mete.engine.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds characters that a reader of a policy cannot see and that make it say something else than it shows. */
public final class InvisibleCharacters {
    private InvisibleCharacters() {}

    /** An error for each of them, in comments and texts too; for several in a row, one. */
    public static List<Diagnostic> in(Source source) {
        var found = new ArrayList<Diagnostic>();
        String text = source.text();
        int last = -2;
        for (int at = 0; at < text.length(); at++) {
            boolean isPlain = text.charAt(at) >= ' ' && text.charAt(at) <= '~';
            if (!isPlain && (isOne(text.charAt(at)) || isHalf(text, at))) {
                if (last != at - 1) {
                    found.add(Diagnostic.error(
                            "M0012",
                            source.span(at, at + 1),
                            "an invisible character stands here, " + name(text.charAt(at)),
                            "remove it"));
                }
                last = at;
            }
        }
        return found;
    }

    /** A code point as Unicode names it, {@code U+202E}. */
    public static String name(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }

    /** Whether a character is one of them. */
    public static boolean isOne(int codePoint) {
        return switch (codePoint) {
            case '\t', '\r', '\n' -> false;
            // Marks, embeddings, overrides and isolates that change the direction of what follows.
            case '\u061C', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E' -> true;
            case '\u2066', '\u2067', '\u2068', '\u2069' -> true;
            // What has no width: a text with one of them looks equal to another and is not. Joiners are part of emoji
            // and of scripts.
            case '\u00AD', '\u200B', '\u2060', '\uFEFF' -> true;
            // Letters without a shape.
            case '\u115F', '\u1160', '\u3164', '\uFFA0' -> true;
            // Many editors break the line here, where a comment goes on.
            case '\u2028', '\u2029' -> true;
            default -> Character.isISOControl(codePoint);
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
