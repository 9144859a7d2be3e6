package dev.mete.cli;

import dev.mete.engine.decision.Decision;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.task.Task;
import dev.mete.prove.Claimed;
import dev.mete.prove.FallThrough;
import dev.mete.prove.Fallen;
import dev.mete.prove.Proof;
import dev.mete.prove.words.DecisionText;
import dev.mete.prove.words.TaskText;
import java.util.List;
import java.util.stream.Collectors;

/** What is proved of a policy, for people. */
final class ShowProof {
    private final Evaluator evaluator;
    private final Palette palette;
    private final StringBuilder text = new StringBuilder();

    ShowProof(Evaluator evaluator, Palette palette) {
        this.evaluator = evaluator;
        this.palette = palette;
    }

    String of(PolicyIr policy, Proof proof) {
        line(palette.bold(policy.name()) + ": "
                + ShowDiagnostics.number(policy.rules().size(), "rule") + ", "
                + ShowDiagnostics.number(policy.limits().size(), "limit") + ", "
                + ShowDiagnostics.number(proof.claims().size(), "claim"));
        proof.claims().forEach(this::claim);
        if (!proof.unreached().isEmpty()) {
            line("");
            line(palette.bold("No task comes to"));
            proof.unreached().forEach(this::unreached);
        }
        if (!proof.undecided().isEmpty()) {
            line("");
            line(palette.doubtful("Not decided in time") + ": " + String.join(", ", proof.undecided()));
        }
        line("");
        fallThrough(proof.fallThrough());
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void claim(Proof.Claim claim) {
        line("");
        String words = claim.claim().span().text().strip().replaceAll("\\s+", " ");
        switch (claim.result()) {
            case Claimed.Holds() -> line(palette.good("holds") + "  " + words);
            case Claimed.NotDecided() -> line(palette.doubtful("not decided") + "  " + words);
            case Claimed.Fails(Task witness, String rule) -> {
                line(palette.bad("fails") + "  " + words);
                line("  given   " + TaskText.of(witness));
                line("  gets    " + DecisionText.of(evaluator.decide(witness)));
                because(witness, rule);
            }
        }
    }

    /** The lines that made a decision. */
    private void because(Task witness, String rule) {
        var explanation = evaluator.explain(witness);
        var buckets = explanation.buckets();
        if (!buckets.isEmpty() && buckets.getLast().held()) {
            line("  bucket  " + buckets.getLast().name());
        }
        line("  rule    " + (isOtherwise(rule) ? rule : "\"" + rule + "\""));
        explanation.limits().stream().filter(limit -> limit.held()).forEach(limit -> line("  limit   " + limit.name()));
    }

    /** Whether a name stands for what decides where no rule holds. */
    static boolean isOtherwise(String rule) {
        return rule.equals(Decision.OTHERWISE);
    }

    private void unreached(Proof.Unreached line) {
        String name = line.kind().equals("rule") ? "\"" + line.name() + "\"" : line.name();
        String place = palette.dim(
                "(" + line.span().source().name() + ":" + line.span().position().line() + ")");
        line("  the " + line.kind() + " " + name + " " + place);
        line("    " + (line.covering().isEmpty() ? "its condition never holds" : "covered by " + covering(line)));
    }

    private static String covering(Proof.Unreached line) {
        return line.covering().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }

    private void fallThrough(FallThrough.Found found) {
        List<Fallen> regions = found.regions();
        if (regions.isEmpty()) {
            line(
                    found.isAll()
                            ? "Every task comes to a rule; `otherwise` decides none."
                            : "Not decided in time: what falls through to `otherwise`");
            return;
        }
        line(palette.bold("What falls through to `otherwise`") + (found.isAll() ? "" : ", among other tasks"));
        for (Fallen fallen : regions) {
            line("  " + fallen.condition());
            line(palette.dim("    such as " + TaskText.of(fallen.witness())));
        }
    }
}
