package dev.mete.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The unified difference of a text and the same text laid out anew. As nothing but white space differs, two lines are the same where as much stands
 * before both: no search is needed, whatever the size of the files.
 */
final class LayoutDiff {
    private static final int CONTEXT = 3;

    private final List<Edit> edits = new ArrayList<>();
    private final List<Edit> added = new ArrayList<>();

    private LayoutDiff() {}

    /** A line that stays, goes or comes. */
    private record Edit(char sign, String line) {
        boolean isChange() {
            return sign != ' ';
        }

        int before() {
            return sign == '+' ? 0 : 1;
        }

        int after() {
            return sign == '-' ? 0 : 1;
        }
    }

    /** The difference under a file's name; empty where the texts are the same. */
    static String of(String name, String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        var diff = new LayoutDiff();
        diff.compare(lines(before), lines(after));
        return "--- " + name + "\n+++ " + name + "\n" + diff.hunks();
    }

    private void compare(List<String> before, List<String> after) {
        int i = 0;
        int j = 0;
        // how much that is no white space stands before the first of each
        long left = 0;
        long right = 0;
        while (i < before.size() || j < after.size()) {
            boolean isSame = left == right
                    && i < before.size()
                    && j < after.size()
                    && before.get(i).equals(after.get(j));
            boolean goes =
                    j == after.size() || (i < before.size() && goesFirst(before.get(i), left, after.get(j), right));
            if (isSame) {
                keep(before.get(i));
                left += inked(before.get(i++));
                right += inked(after.get(j++));
            } else if (goes) {
                edits.add(new Edit('-', before.get(i)));
                left += inked(before.get(i++));
            } else {
                added.add(new Edit('+', after.get(j)));
                right += inked(after.get(j++));
            }
        }
        edits.addAll(added);
    }

    /** Whether the line of before goes first: it does where less stands before it, and where as much does, unless a blank line comes in. */
    private static boolean goesFirst(String old, long left, String made, long right) {
        return left == right ? inked(old) == 0 || inked(made) > 0 : left < right;
    }

    private void keep(String line) {
        edits.addAll(added);
        added.clear();
        edits.add(new Edit(' ', line));
    }

    private String hunks() {
        var text = new StringBuilder();
        int oldLine = 1;
        int newLine = 1;
        int at = 0;
        for (int change = next(0); change < edits.size(); change = next(at)) {
            int start = Math.max(at, change - CONTEXT);
            oldLine += sum(at, start, true);
            newLine += sum(at, start, false);
            at = hunkEnd(change);
            int olds = sum(start, at, true);
            int news = sum(start, at, false);
            text.append("@@ -").append(range(oldLine, olds)).append(" +").append(range(newLine, news));
            text.append(" @@\n");
            edits.subList(start, at).forEach(edit -> write(edit, text));
            oldLine += olds;
            newLine += news;
        }
        return text.toString();
    }

    /** The next change from a place on. */
    private int next(int from) {
        int at = from;
        while (at < edits.size() && !edits.get(at).isChange()) {
            at++;
        }
        return at;
    }

    /** Where the hunk ends that starts with a change: changes with few lines between them share one. */
    private int hunkEnd(int first) {
        int last = first;
        for (int change = first; change < edits.size() && change - last <= 2 * CONTEXT; change = next(change + 1)) {
            last = change;
        }
        return Math.min(edits.size(), last + 1 + CONTEXT);
    }

    private int sum(int from, int to, boolean isBefore) {
        return edits.subList(from, to).stream()
                .mapToInt(edit -> isBefore ? edit.before() : edit.after())
                .sum();
    }

    private static String range(int line, int count) {
        return (count == 0 ? line - 1 : line) + "," + count;
    }

    private static void write(Edit edit, StringBuilder text) {
        text.append(edit.sign()).append(edit.line());
        if (!edit.line().endsWith("\n")) {
            text.append("\n\\ No newline at end of file\n");
        }
    }

    /** The lines with their ends. */
    private static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start) + 1;
            lines.add(text.substring(start, end == 0 ? text.length() : end));
            start = end == 0 ? text.length() : end;
        }
        return lines;
    }

    private static long inked(String line) {
        return line.chars()
                .filter(c -> !Character.isWhitespace(c) && c != '\u00A0' && c != '\uFEFF')
                .count();
    }
}
