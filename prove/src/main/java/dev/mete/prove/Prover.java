package dev.mete.prove;

import dev.mete.engine.ir.PolicyIr;
import dev.mete.prove.search.Answer;
import dev.mete.prove.search.Budget;
import dev.mete.prove.search.Search;
import dev.mete.prove.search.Witness;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Region;
import java.util.List;

/** Answers questions about all tasks of a policy at once. Not thread-safe. */
public final class Prover {
    private final Lines lines;
    private final Search search;
    private final Witness witness;

    /** A prover of one policy, whose searches end with the budget. */
    public Prover(PolicyIr policy, Budget budget) {
        this.lines = new Lines(policy);
        this.search = new Search(lines.space(), budget);
        this.witness = new Witness(lines.space());
    }

    /** Whether any task is decided by a rule; the number of rules stands for `otherwise`. */
    public Reached rule(int rule) {
        return reached(lines.rule(rule));
    }

    /** Whether a bucket line is the first that holds for any task; the number of lines stands for none. */
    public Reached bucketLine(int line) {
        return reached(lines.bucketLine(line));
    }

    /** Whether a limit holds for any task. */
    public Reached limit(int limit) {
        return reached(lines.limit(limit));
    }

    private Reached reached(List<Formula> formulas) {
        return switch (search.find(Region.all(lines.space()), formulas)) {
            case Answer.Found(var leaf) -> new Reached.By(witness.of(leaf));
            case Answer.None() -> new Reached.Never();
            case Answer.NotDecided() -> new Reached.NotDecided();
        };
    }
}
