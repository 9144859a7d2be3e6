package dev.mete.server.decide;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.mete.engine.json.JsonForms;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Task;
import dev.mete.server.problem.Problem;
import dev.mete.server.problem.ProblemKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;

/**
 * Answers an array of requests with an array of answers in the same order, all by one revision. A task that does not fit is answered by a problem in
 * its place. Thread-safe.
 */
public final class AnswerBatch {
    /** A longer body is read as it comes. */
    private static final int SHORT = 1 << 18;

    private final AnswerTask answering;

    public AnswerBatch(AnswerTask answering) {
        this.answering = answering;
    }

    /**
     * Answers a batch. Nothing is sent before all of it is answered, so that what is wrong with the array itself still decides the status.
     *
     * @throws IOException where the body cannot be read to its end
     */
    public Answer answer(CompiledPolicy policy, InputStream body) throws IOException {
        byte[] begun = body.readNBytes(SHORT + 1);
        boolean isShort = begun.length <= SHORT;
        long start = System.nanoTime();
        List<Task> plain = isShort ? answering.plain(policy, begun, Limits.BATCH_TASKS) : null;
        if (plain != null) {
            return answer(policy, plain, (System.nanoTime() - start) / plain.size());
        }
        var begin = new ByteArrayInputStream(begun);
        var all = isShort ? begin : new SequenceInputStream(begin, body);
        try (JsonParser parser = JsonForms.factory().createParser(new LimitedInput(all, Limits.BATCH))) {
            return answer(policy, parser);
        } catch (LimitedInput.TooLarge _) {
            return answering.refused(policy, Limits.tooLarge("the body of a batch", Limits.BATCH));
        }
    }

    /**
     * Answers tasks that have been read.
     *
     * @param reading how long it took to read one of them
     */
    private Answer answer(CompiledPolicy policy, List<Task> tasks, long reading) {
        var answers = new BatchAnswers();
        var turn = new Turn();
        for (Task task : tasks) {
            answers.add(answering.answer(policy, task, false, System.nanoTime() - reading));
            turn.share();
            if (answers.size() > Limits.BATCH) {
                return answering.refused(policy, Limits.answersTooLarge());
            }
        }
        return answers.all();
    }

    private Answer answer(CompiledPolicy policy, JsonParser parser) throws IOException {
        try {
            return array(policy, parser);
        } catch (JsonProcessingException e) {
            return answering.refused(policy, Malformed.of(e, parser));
        } catch (LimitedInput.NotUtf8 _) {
            return answering.refused(policy, Malformed.notUtf8(parser.currentLocation()));
        }
    }

    private Answer array(CompiledPolicy policy, JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return answering.refused(policy, Malformed.empty());
        }
        if (first != JsonToken.START_ARRAY) {
            return answering.refused(policy, noBatch("a batch is an array", "send [{\"task\": {…}}, …]"));
        }
        var answers = new BatchAnswers();
        var turn = new Turn();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (answers.count() == Limits.BATCH_TASKS) {
                return answering.refused(policy, Limits.tooManyTasks());
            }
            answers.add(one(policy, parser, "/" + answers.count()));
            turn.share();
            if (answers.size() > Limits.BATCH) {
                return answering.refused(policy, Limits.answersTooLarge());
            }
        }
        if (parser.nextToken() != null) {
            return answering.refused(policy, Malformed.more(parser));
        }
        return answers.count() == 0
                ? answering.refused(policy, noBatch("the batch has no task", "send [{\"task\": {…}}, …]"))
                : answers.all();
    }

    private Answer one(CompiledPolicy policy, JsonParser parser, String pointer) throws IOException {
        long start = System.nanoTime();
        return switch (new ReadRequest(policy.schema(), pointer).at(parser)) {
            case RequestReading.Read(Task task) -> answering.answer(policy, task, false, start);
            case RequestReading.Refused(Problem problem) -> answering.refused(policy, problem);
        };
    }

    private static Problem noBatch(String detail, String help) {
        return Problem.of(ProblemKind.REQUEST_REFUSED, detail, help);
    }
}
