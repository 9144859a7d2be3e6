package dev.mete.dsl.format;

import org.jspecify.annotations.Nullable;

/** Writes words into lines that are as full as fits, and breaks them where they come apart best. */
final class Fill {
    /** What goes on below its first word does so only up to this column. */
    private static final int DEEPEST_HANG = 60;

    /** A line that starts within brackets is indented further, up to so many of them. */
    private static final int DEEPEST_STEP = 4;

    private static final int NONE = -1;

    private final Script script;
    private final Measures measures;
    private final Page page;

    Fill(Script script, Measures measures, Page page) {
        this.script = script;
        this.measures = measures;
        this.page = page;
    }

    /**
     * The words from one to another.
     *
     * @param indent where they start
     * @param hang where further lines start
     * @param below a word that further lines start below instead; -1 for none
     */
    record Stretch(int from, int to, int indent, int hang, int below) {
        static Stretch of(int from, int to, int indent) {
            return new Stretch(from, to, indent, indent + 2, NONE);
        }

        Stretch below(int word) {
            return new Stretch(from, to, indent, hang, word);
        }
    }

    /** Writes the words, without the comments before the first, and with the one after the last. */
    void write(Stretch stretch) {
        int hang = hang(stretch);
        int start = stretch.from();
        int indent = stretch.indent();
        for (int at = start + 1; at < stretch.to(); at++) {
            String comment = script.after(at - 1);
            if (comment != null || !script.before(at).isEmpty()) {
                run(start, at, indent, hang, comment);
                script.before(at).forEach(line -> page.comment(hang, line));
                start = at;
                indent = hang;
            }
        }
        run(start, stretch.to(), indent, hang, script.after(stretch.to() - 1));
    }

    private int hang(Stretch stretch) {
        if (stretch.below() < stretch.from() || stretch.below() >= stretch.to()) {
            return stretch.hang();
        }
        int column =
                stretch.indent() + measures.width(stretch.from(), stretch.below()) + measures.blanks(stretch.below());
        return column <= DEEPEST_HANG ? column : stretch.indent() + 4;
    }

    /** Writes words without comments between them. */
    private void run(int from, int to, int indent, int hang, @Nullable String comment) {
        int start = from;
        int column = indent;
        int end = breakOf(start, to, column);
        while (end < to) {
            page.line(column, words(start, end), null);
            start = end;
            column = hang + 2 * Math.min(measures.depth(start), DEEPEST_STEP);
            end = breakOf(start, to, column);
        }
        page.line(column, words(start, to), comment);
    }

    /** Where the line ends that starts with a word: the outermost break that fits, and of several such the last. */
    private int breakOf(int from, int to, int indent) {
        int width = indent;
        int best = NONE;
        for (int at = from; at < to; at++) {
            width += measures.width(at) + (at == from ? 0 : measures.blanks(at));
            boolean isBreak = at > from && measures.readiness(at) != Measures.NEVER;
            if (isBreak && (best == NONE || measures.readiness(at) <= measures.readiness(best))) {
                best = at;
            }
            if (width > Measures.WIDTH && best != NONE) {
                return best;
            }
        }
        return to;
    }

    private String words(int from, int to) {
        var text = new StringBuilder();
        for (int at = from; at < to; at++) {
            text.repeat(' ', at == from ? 0 : measures.blanks(at)).append(script.word(at));
        }
        return text.toString();
    }
}
