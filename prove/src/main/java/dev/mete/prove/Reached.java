package dev.mete.prove;

import dev.mete.engine.task.Task;
import java.util.List;

/** Whether any task comes to a line of a policy. */
public sealed interface Reached {
    /** One does. */
    record By(Task witness) implements Reached {}

    /**
     * None does.
     *
     * @param covering the places of earlier lines that take all of its tasks together, none of them needlessly; empty where its condition never holds
     */
    record Never(List<Integer> covering) implements Reached {
        public Never {
            covering = List.copyOf(covering);
        }
    }

    /** The search ended before it could tell. */
    record NotDecided() implements Reached {}
}
