package dev.mete.engine.decision;

import java.util.List;
import java.util.stream.Collectors;

/** No model of the policy can take the task, such as one that is too long for all of them. The task is at fault, not the policy. */
public record Refusal(String rule, List<PassedOver> passedOver) implements Outcome {
    public Refusal {
        passedOver = List.copyOf(passedOver);
    }

    /** The refusal in one sentence. */
    public String message() {
        return passedOver.stream()
                .map(passed -> "`" + passed.model() + "` " + passed.reason())
                .collect(Collectors.joining("; ", "no model of the policy can take this task: ", ""));
    }
}
