package dev.mete.server.decide;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Fault;
import dev.mete.engine.decision.Outcome;
import dev.mete.engine.decision.PassedOver;
import dev.mete.engine.decision.Refusal;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.json.DecisionJson;
import dev.mete.engine.json.ExplanationJson;
import dev.mete.engine.json.JsonForms;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.Explanation;
import dev.mete.engine.task.Task;
import dev.mete.server.problem.Problem;
import dev.mete.server.problem.Problem.Item;
import dev.mete.server.problem.ProblemKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers a task: bytes to {@link Task} to outcome to bytes. Knows nothing of HTTP but its status codes. Thread-safe; waits for nothing but the policy.
 */
public final class AnswerTask {
    private static final int USUAL_ANSWER = 1_024;

    private final DecisionListener listener;

    /** Looks after itself on the thread that asks: to wake another one every few tasks takes longer than to decide. */
    private final LoadingCache<CompiledPolicy, PolicyForms> forms =
            Caffeine.newBuilder().weakKeys().executor(Runnable::run).build(PolicyForms::new);

    public AnswerTask(DecisionListener listener) {
        this.listener = listener;
    }

    /**
     * Answers one request of the form {@code {"task": {...}}}.
     *
     * @param explain whether the answer says why, line by line
     */
    public Answer answer(CompiledPolicy policy, Body body, boolean explain) {
        return answer(policy, body, Form.REQUEST, explain);
    }

    /** Answers one task in either of its forms. */
    public Answer answer(CompiledPolicy policy, Body body, Form form, boolean explain) {
        long start = System.nanoTime();
        Task plain = explain ? null : plain(forms.get(policy), body, form);
        if (plain != null) {
            return answer(policy, plain, false, start);
        }
        Problem notUtf8 = Malformed.utf8(body);
        if (notUtf8 != null) {
            return refused(policy, notUtf8);
        }
        try (JsonParser parser = JsonForms.factory().createParser(body.bytes(), body.offset(), body.length())) {
            return switch (read(policy, parser, form)) {
                case RequestReading.Read(Task task) -> answer(policy, task, explain, start);
                case RequestReading.Refused(Problem problem) -> refused(policy, problem);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
    }

    private static RequestReading read(CompiledPolicy policy, JsonParser parser, Form form) throws IOException {
        try {
            return new ReadRequest(policy.schema(), "").only(parser, form);
        } catch (JsonProcessingException e) {
            return new RequestReading.Refused(Malformed.of(e, parser));
        }
    }

    /** The task where it is written plainly, which is most often so; null where all that JSON allows is to be read, or to be refused. */
    private static @Nullable Task plain(PolicyForms forms, Body body, Form form) {
        var tasks = forms.tasks();
        int to = body.offset() + body.length();
        return switch (form) {
            case REQUEST -> tasks.request(body.bytes(), body.offset(), to);
            case TASK -> tasks.task(body.bytes(), body.offset(), to);
        };
    }

    /** The tasks of an array of requests where it is written plainly and has at most so many; null otherwise. */
    @Nullable
    List<Task> plain(CompiledPolicy policy, byte[] array, int most) {
        return forms.get(policy).tasks().requests(array, 0, array.length, most);
    }

    /** Answers a task that has been read. */
    Answer answer(CompiledPolicy policy, Task task, boolean explain, long start) {
        Desk desk = Desk.empty();
        if (explain) {
            Explanation explanation = policy.explain(task);
            desk.verdict().set(explanation.outcome());
            listener.decided(policy.info(), desk.verdict(), System.nanoTime() - start);
            return answer(policy, explanation.outcome(), explanation, desk);
        }
        policy.decide(task, desk.verdict());
        listener.decided(policy.info(), desk.verdict(), System.nanoTime() - start);
        return isPlain(forms.get(policy), desk)
                ? new Answer.Decided(desk.bytes().copy())
                : answer(policy, desk.verdict().outcome(), null, desk);
    }

    /** Writes a plain verdict; says whether it was one. */
    private static boolean isPlain(PolicyForms forms, Desk desk) {
        Verdict verdict = desk.verdict();
        return verdict.isPlain() && forms.answers(verdict.names()).write(desk.bytes(), desk.id(), verdict);
    }

    private static Answer answer(CompiledPolicy policy, Outcome outcome, @Nullable Explanation explanation, Desk desk) {
        return switch (outcome) {
            case Decision decision -> new Answer.Decided(bytes(policy, decision, explanation, desk));
            case Refusal refusal -> new Answer.Failed(noModel(refusal));
            case Fault fault -> new Answer.Failed(fault(fault));
        };
    }

    /**
     * Answers lines, each a request, by adding a line for each to the desk's bytes. Blank lines are passed over.
     *
     * @param otherwise answers a line that is not plain, or whose answer is not
     */
    public void addLines(CompiledPolicy policy, Body lines, Desk desk, Function<Body, Answer> otherwise) {
        PolicyForms plain = forms.get(policy);
        lines.forEachLine(line -> {
            if (!addPlain(policy, plain, line, desk)) {
                desk.add(otherwise.apply(line));
            }
        });
    }

    /** Adds a line with the decision of a plain request; says whether it did. */
    private boolean addPlain(CompiledPolicy policy, PolicyForms plain, Body line, Desk desk) {
        int before = desk.bytes().size();
        try {
            long start = System.nanoTime();
            Task task = plain(plain, line, Form.REQUEST);
            if (task != null) {
                policy.decide(task, desk.verdict());
                long nanos = System.nanoTime() - start;
                if (isPlain(plain, desk)) {
                    listener.decided(policy.info(), desk.verdict(), nanos);
                    desk.bytes().add('\n');
                    return true;
                }
            }
        } catch (RuntimeException | StackOverflowError _) {
            // whoever answers it otherwise meets the same, and says so
            desk.bytes().cut(before);
        }
        return false;
    }

    /** Notes that a request did not fit. */
    Answer refused(CompiledPolicy policy, Problem problem) {
        listener.refused(policy.info());
        return new Answer.Failed(problem);
    }

    private static byte[] bytes(
            CompiledPolicy policy, Decision decision, @Nullable Explanation explanation, Desk desk) {
        var bytes = new ByteArrayOutputStream(USUAL_ANSWER);
        try (JsonGenerator out = JsonForms.factory().createGenerator(bytes)) {
            out.writeStartObject();
            DecisionJson.writeFields(out, desk.id(), policy.info(), decision);
            if (explanation != null) {
                out.writeFieldName("explanation");
                ExplanationJson.write(out, explanation);
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static Problem noModel(Refusal refusal) {
        return Problem.of(
                ProblemKind.NO_MODEL,
                refusal.message(),
                refusal.passedOver().stream().map(AnswerTask::passedOver).toList());
    }

    private static Item passedOver(PassedOver passed) {
        return Item.of("`" + passed.model() + "` " + passed.reason(), null);
    }

    private static Problem fault(Fault fault) {
        return Problem.of(ProblemKind.POLICY_FAULT, fault.sentence(), List.of());
    }
}
