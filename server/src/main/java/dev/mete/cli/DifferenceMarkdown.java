package dev.mete.cli;

import dev.mete.engine.ir.PolicyIr;
import dev.mete.prove.diff.Change;
import dev.mete.prove.diff.Difference;
import dev.mete.prove.words.TaskText;

/** Which tasks two policies decide otherwise, as a comment of a review. */
final class DifferenceMarkdown {
    private final StringBuilder text = new StringBuilder();

    String of(PolicyIr policy, Difference difference) {
        line("### `" + policy.name() + "`: " + ShowDifference.summary(difference));
        if (!difference.notes().isEmpty()) {
            line("");
            difference.notes().forEach(note -> line("- " + note));
        }
        if (!difference.buckets().isEmpty()) {
            line("");
            line("| bucket | tasks | such as |");
            line("|---|---|---|");
            difference
                    .buckets()
                    .forEach(change -> line("| " + change.before().word() + " -> "
                            + change.after().word() + " | " + code(change.condition()) + " | "
                            + code(TaskText.of(change.witness())) + " |"));
        }
        String pair = "";
        for (Change change : difference.changes()) {
            if (!pair.equals(ShowDifference.pair(change))) {
                pair = ShowDifference.pair(change);
                line("");
                line("**" + escaped(pair) + "**");
                line("");
                line("| tasks | before | after | such as |");
                line("|---|---|---|---|");
            }
            var decisions = DecisionsText.of(change);
            line("| " + (change.isEach() ? "" : "some where ") + code(change.condition()) + " | "
                    + code(decisions.before()) + " | " + code(decisions.after()) + " | "
                    + code(TaskText.of(change.witness())) + " |");
        }
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** Within a table a pipe ends a cell, also in code; and code may hold marks of its own. */
    private static String code(String words) {
        String fence = "`";
        while (words.contains(fence)) {
            fence += "`";
        }
        String space = words.startsWith("`") || words.endsWith("`") ? " " : "";
        return fence + space + words.replace("|", "\\|").replaceAll("\\s+", " ") + space + fence;
    }

    private static String escaped(String words) {
        return words.replaceAll("([\\\\`*_\\[\\]<>])", "\\\\$1");
    }
}
