package dev.mete.server.decide;

import dev.mete.server.problem.Problem;
import dev.mete.server.problem.Problem.Item;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers of a batch as they come. Not thread-safe. */
final class BatchAnswers {
    private static final int MOST_PROBLEMS = 100;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Item> problems = new ArrayList<>();
    private @Nullable Problem first;
    private int count;
    private int decisions;

    /** How many answers there are. */
    int count() {
        return count;
    }

    /** How many bytes they take. */
    int size() {
        return bytes.size();
    }

    /** Whether one of them is a decision. */
    boolean hasDecision() {
        return decisions > 0;
    }

    void add(Answer answer) {
        bytes.write(count == 0 ? '[' : ',');
        bytes.writeBytes(answer.bytes(null));
        count++;
        switch (answer) {
            case Answer.Decided _ -> decisions++;
            case Answer.Failed(Problem problem) -> note(problem);
        }
    }

    /** The answer to the batch: an array; or, where nothing in it would be a decision, one problem with everything that is wrong. */
    Answer all() {
        if (decisions == 0 && first != null) {
            String detail = "none of the " + count + " tasks can be decided; the first: " + first.detail();
            return new Answer.Failed(new Problem(first.kind(), first.status(), detail, problems));
        }
        bytes.write(']');
        return new Answer.Decided(bytes.toByteArray());
    }

    private void note(Problem problem) {
        first = first == null ? problem : first;
        var shown = problem.problems().isEmpty() ? List.of(Item.of(problem.detail(), null)) : problem.problems();
        problems.addAll(shown.subList(0, Math.min(shown.size(), MOST_PROBLEMS - problems.size())));
    }
}
