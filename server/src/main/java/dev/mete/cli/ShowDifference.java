package dev.mete.cli;

import dev.mete.engine.ir.PolicyIr;
import dev.mete.prove.diff.BucketChange;
import dev.mete.prove.diff.Change;
import dev.mete.prove.diff.Difference;
import dev.mete.prove.words.TaskText;

/** Which tasks two policies decide otherwise, for people. */
final class ShowDifference {
    private final Palette palette;
    private final StringBuilder text = new StringBuilder();
    private String heading = "";

    ShowDifference(Palette palette) {
        this.palette = palette;
    }

    String of(PolicyIr policy, Difference difference) {
        line(palette.bold(policy.name()) + ": " + summary(difference));
        difference.notes().forEach(note -> line("  " + note));
        for (BucketChange change : difference.buckets()) {
            heading(buckets(change));
            line("  " + change.condition());
            line(palette.dim("    such as  " + TaskText.of(change.witness())));
        }
        for (Change change : difference.changes()) {
            heading(pair(change));
            change(change);
        }
        return text.toString();
    }

    /** Once for all that stands below it. */
    private void heading(String words) {
        if (!heading.equals(words)) {
            heading = words;
            line("");
            line(palette.bold(words));
        }
    }

    /** What it comes to, in one phrase. */
    static String summary(Difference difference) {
        if (difference.isNone()) {
            return "every task is decided as before";
        }
        int regions = difference.changes().size();
        String changes = regions == 0
                ? "every task that both take is decided as before"
                : ShowDiagnostics.number(regions, "region") + " of tasks " + (regions == 1 ? "is" : "are")
                        + " decided otherwise";
        return difference.isAll() ? changes : regions == 0 ? "not decided in time" : "at least " + changes;
    }

    /** The buckets that some tasks are in, in each policy. */
    static String buckets(BucketChange change) {
        return "bucket " + change.before().word() + " -> " + change.after().word();
    }

    /** The rules that decide some tasks, in each policy. */
    static String pair(Change change) {
        String before = rule(change.ruleBefore());
        String after = rule(change.ruleAfter());
        return before.equals(after) ? before : before + " -> " + after;
    }

    private static String rule(String name) {
        return ShowProof.isOtherwise(name) ? name : "rule \"" + name + "\"";
    }

    /** Which tasks a change is of. */
    static String tasks(Change change) {
        return change.isEach() ? change.condition() : "some where " + change.condition();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void change(Change change) {
        var decisions = DecisionsText.of(change);
        line("  " + tasks(change));
        line("    was      " + palette.bad(decisions.before()));
        line("    now      " + palette.good(decisions.after()));
        line(palette.dim("    such as  " + TaskText.of(change.witness())));
    }
}
