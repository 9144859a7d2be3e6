package dev.mete.engine.diagnostic;

/** Text as a terminal shows it: characters that would move the cursor or turn the line around are replaced, and widths counted in columns. */
public final class DisplayText {
    private static final int REPLACEMENT = 0xFFFD;

    private DisplayText() {}

    /** The text with every character shown as one that only stands there. */
    public static String of(String text) {
        return text.codePoints()
                .map(DisplayText::shown)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** How many columns a text takes that {@link #of} has made. */
    public static int width(String text) {
        return text.codePoints().map(DisplayText::width).sum();
    }

    private static int shown(int c) {
        if (Character.isWhitespace(c)) {
            return ' ';
        }
        return switch ((byte) Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> REPLACEMENT;
            default -> c;
        };
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    /** The ranges of Markus Kuhn's {@code wcwidth}, and what is shown as an emoji. */
    private static boolean isWide(int c) {
        return c >= 0x1100
                && (c <= 0x115F
                        || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
                        || (c >= 0xAC00 && c <= 0xD7A3)
                        || (c >= 0xF900 && c <= 0xFAFF)
                        || (c >= 0xFE30 && c <= 0xFE6F)
                        || (c >= 0xFF00 && c <= 0xFF60)
                        || (c >= 0xFFE0 && c <= 0xFFE6)
                        || (c >= 0x20000 && c <= 0x3FFFD)
                        || Character.isEmojiPresentation(c));
    }
}
