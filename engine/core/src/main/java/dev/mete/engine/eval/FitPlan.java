package dev.mete.engine.eval;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.task.Task;
import java.util.Optional;

/** Makes a plan for a task out of a model and an effort alone, as a rule that names nothing else and that no limit holds. Thread-safe. */
public final class FitPlan {
    private static final Span NOWHERE = Source.of("", "").start();

    private FitPlan() {}

    /**
     * The plan, at the nearest effort that the model has, whatever the task's deadline: who sends everything to one plan does not look at it. Nothing where
     * the model cannot take the task.
     */
    public static Optional<Plan> of(Model model, Effort effort, Task task) {
        var asked = new PlanIr(new PolicyModel(model.id(), model, NOWHERE), effort, null, null, null, NOWHERE);
        return switch (new Fit(task, Bucket.MAYBE, Bounds.NONE, false).to(model, asked)) {
            case Fit.Fitted.Fits(Plan plan) -> Optional.of(plan);
            case Fit.Fitted.CannotTake _ -> Optional.empty();
        };
    }
}
