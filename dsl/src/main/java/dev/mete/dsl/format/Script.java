package dev.mete.dsl.format;

import dev.mete.dsl.parse.Lexeme;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words and signs of a text, called by their number, with the comments and blank lines between them. What comes before the number after the last
 * stands at the end of the text. Immutable.
 */
final class Script {
    private final String text;
    private final List<Lexeme> lexemes;
    private final List<Gap> gaps;

    Script(String text, List<Lexeme> lexemes) {
        this.text = text;
        this.lexemes = lexemes;
        this.gaps = new ArrayList<>(lexemes.size() + 1);
        for (int at = 0; at <= lexemes.size(); at++) {
            int from = at == 0 ? 0 : lexemes.get(at - 1).end();
            int to = at == lexemes.size() ? text.length() : lexemes.get(at).start();
            gaps.add(gap(at, from, to));
        }
    }

    /**
     * What stands between two words.
     *
     * @param trailing the comment at the end of the line of the first; null where there is none
     * @param comments those on lines of their own
     * @param endsInBlank whether a blank line stands right before the second
     */
    private record Gap(@Nullable String trailing, List<Comment> comments, boolean endsInBlank) {
        static final Gap NONE = new Gap(null, List.of(), false);
        static final Gap BLANK = new Gap(null, List.of(), true);
    }

    int size() {
        return lexemes.size();
    }

    Lexeme.Kind kind(int at) {
        return lexemes.get(at).kind();
    }

    String word(int at) {
        return text.substring(lexemes.get(at).start(), lexemes.get(at).end());
    }

    /** Whether nothing stands between a word and the one before it. */
    boolean isJoinedToLast(int at) {
        return at > 0 && lexemes.get(at - 1).end() == lexemes.get(at).start();
    }

    /** The comments on lines of their own before a word. */
    List<Comment> before(int at) {
        return gaps.get(at).comments();
    }

    /** Whether a blank line stands right before a word. */
    boolean isAfterBlank(int at) {
        return gaps.get(at).endsInBlank();
    }

    /** The comment that goes on after a word on its line; null where there is none. */
    @Nullable
    String after(int at) {
        return gaps.get(at + 1).trailing();
    }

    /** Whether a comment stands between the words from one to another. */
    boolean isCommentedWithin(int from, int to) {
        for (int at = from + 1; at < to; at++) {
            if (after(at - 1) != null || !before(at).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The word at a character offset. */
    int at(int offset) {
        int low = 0;
        int high = lexemes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lexemes.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** All comments, in order. */
    List<String> comments() {
        var all = new ArrayList<String>();
        for (Gap gap : gaps) {
            if (gap.trailing() != null) {
                all.add(gap.trailing());
            }
            gap.comments().forEach(comment -> all.add(comment.text()));
        }
        return all;
    }

    private Gap gap(int number, int from, int to) {
        String trailing = null;
        var comments = new ArrayList<Comment>(0);
        int breaks = number == 0 ? 1 : 0;
        boolean isIndented = false;
        for (int at = from; at < to; at++) {
            char c = text.charAt(at);
            if (isBreak(at)) {
                breaks++;
                isIndented = false;
            } else if (c == '#') {
                int end = lineEnd(at, to);
                String comment = text.substring(at, end).stripTrailing();
                if (breaks == 0) {
                    trailing = comment;
                } else {
                    comments.add(new Comment(comment, breaks > 1, isIndented));
                }
                breaks = 0;
                at = end - 1;
            } else if (c != '\r') {
                isIndented = true;
            }
        }
        if (trailing == null && comments.isEmpty()) {
            return breaks > 1 ? Gap.BLANK : Gap.NONE;
        }
        return new Gap(trailing, List.copyOf(comments), breaks > 1);
    }

    /** A line ends in {@code \n}, or in {@code \r} alone. */
    private boolean isBreak(int at) {
        char c = text.charAt(at);
        return c == '\n' || (c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'));
    }

    private int lineEnd(int from, int to) {
        int at = from;
        while (at < to && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }
}
