package dev.mete.cli;

import dev.mete.engine.diagnostic.Span;
import dev.mete.prove.mutate.Tried;
import dev.mete.prove.words.DecisionText;
import dev.mete.prove.words.TaskText;
import java.util.List;

/** Which small changes of a policy no test notices, for people. */
final class ShowMutants {
    private ShowMutants() {}

    static String of(String policy, List<Tried> all, Palette palette) {
        var text = new StringBuilder(palette.bold(policy) + ": " + all.size() + " mutants, "
                + count(all, Tried.Fate.KILLED) + " killed, "
                + count(all, Tried.Fate.EQUIVALENT) + " decide every task alike, "
                + count(all, Tried.Fate.SURVIVED) + " survived");
        long open = count(all, Tried.Fate.NOT_DECIDED);
        text.append(open == 0 ? "\n" : ", " + open + " not decided in time\n");
        all.stream().filter(ShowMutants::isOpen).forEach(tried -> tried(text, tried, palette));
        return text.toString();
    }

    /** Whether a test is missing, as far as is known. */
    static boolean isOpen(Tried tried) {
        return tried.fate() == Tried.Fate.SURVIVED || tried.fate() == Tried.Fate.NOT_DECIDED;
    }

    private static long count(List<Tried> all, Tried.Fate fate) {
        return all.stream().filter(tried -> tried.fate() == fate).count();
    }

    private static void tried(StringBuilder text, Tried tried, Palette palette) {
        Span span = tried.mutant().span();
        text.append("  ")
                .append(palette.dim(span.source().name() + ":" + span.position().line()))
                .append("  ")
                .append(tried.mutant().change())
                .append(" in `")
                .append(line(span))
                .append("`\n");
        var other = tried.other();
        if (other != null) {
            text.append("    given  ").append(TaskText.of(other.task())).append('\n');
            text.append("    gets   ").append(DecisionText.of(other.before())).append('\n');
            text.append("    then   ").append(DecisionText.of(other.after())).append('\n');
        }
    }

    private static String line(Span span) {
        return span.text().strip().lines().findFirst().orElse("");
    }
}
