package dev.mete.server;

import dev.mete.server.decide.Answer;
import dev.mete.server.decide.AnswerBatch;
import dev.mete.server.decide.AnswerStream;
import dev.mete.server.decide.AnswerTask;
import dev.mete.server.decide.Body;
import dev.mete.server.decide.Desk;
import dev.mete.server.decide.StreamReply;
import dev.mete.server.problem.Problem;
import dev.mete.server.problem.ProblemException;
import dev.mete.server.problem.ProblemKind;
import dev.mete.server.reload.ServedPolicy;
import dev.mete.server.reload.Snapshot;
import io.javalin.http.Context;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The addresses that decide. Thread-safe. */
final class Decisions {
    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);
    private static final String EXPLAIN = "explain";

    /** The attribute of a request whose answer has been found already, and has only to be written. */
    static final String ANSWER = "dev.mete.server.answer";

    private final FindPolicy find;
    private final AnswerTask answering;

    Decisions(FindPolicy find, AnswerTask answering) {
        this.find = find;
        this.answering = answering;
    }

    List<Route> routes() {
        var single = Set.of(Route.JSON);
        var batch = Set.of(Route.JSON, Route.NDJSON);
        return List.of(
                Route.post("/v1/decide", Set.of(EXPLAIN), single, this::decide),
                Route.post("/v1/explain", Set.of(), single, this::explain),
                Route.post("/v1/decide/batch", Set.of(EXPLAIN), batch, this::batch),
                Route.post("/v1/policies/{policy}/decide", Set.of(EXPLAIN), single, this::decide),
                Route.post("/v1/policies/{policy}/explain", Set.of(), single, this::explain),
                Route.post("/v1/policies/{policy}/decide/batch", Set.of(EXPLAIN), batch, this::batch));
    }

    private void decide(Context ctx) throws IOException {
        single(ctx, isExplained(ctx));
    }

    private void explain(Context ctx) throws IOException {
        single(ctx, true);
    }

    private void single(Context ctx, boolean explain) throws IOException {
        if (!explain) {
            // it fits into two packets; to compress it takes longer than to send it
            ctx.minSizeForCompression(Integer.MAX_VALUE);
        }
        if (ctx.req().getAttribute(ANSWER) instanceof Answer found) {
            write(ctx, found);
            return;
        }
        ServedPolicy policy = find.of(policyName(ctx));
        write(ctx, answer(policy, Body.of(ReadBody.single(ctx)), explain));
    }

    /** Answers one task by the revision of this moment. */
    private Answer answer(ServedPolicy policy, Body body, boolean explain) {
        Snapshot snapshot = find.acquire(policy);
        try {
            return answering.answer(snapshot.policy(), body, explain);
        } finally {
            snapshot.release();
        }
    }

    private void batch(Context ctx) throws IOException {
        ServedPolicy policy = find.of(policyName(ctx));
        boolean explain = isExplained(ctx);
        if (ReadBody.mediaType(ctx, Set.of(Route.JSON, Route.NDJSON)).equals(Route.NDJSON)) {
            find.acquire(policy).release();
            stream(ctx, policy.name(), explain);
            return;
        }
        if (explain) {
            throw new ProblemException(Problem.of(
                    ProblemKind.BAD_PARAMETER,
                    "an array is not explained",
                    "send a stream (application/x-ndjson), whose explanations are sent one by one"));
        }
        Snapshot snapshot = find.acquire(policy);
        try {
            write(
                    ctx,
                    new AnswerBatch(answering)
                            .answer(snapshot.policy(), ctx.req().getInputStream()));
        } finally {
            snapshot.release();
        }
    }

    /**
     * Answers each line by the policy and the revision of its moment, so that a stream that lasts follows the changes of its policy, and its folder when
     * that is taken away and put back.
     */
    private void stream(Context ctx, String policy, boolean explain) throws IOException {
        ServletInputStream in = ctx.req().getInputStream();
        boolean isSized = ctx.req().getContentLengthLong() >= 0;
        var reply = new StreamReply(
                () -> {
                    ctx.status(200).contentType(Route.NDJSON);
                    return ctx.res().getOutputStream();
                },
                () -> isSized || in.isFinished());
        try {
            new AnswerStream(line -> line(policy, line, explain))
                    .answer(
                            in,
                            reply,
                            reply::line,
                            (lines, desk) -> lines(policy, lines, desk),
                            () -> !explain && reply.hasBegun());
        } catch (IOException e) {
            LOG.debug("reading the stream of {} failed", ctx.path(), e);
            if (!reply.hasBegun()) {
                throw e;
            }
            // without a last word the answer would look whole
            reply.write(reply.line(new Answer.Failed(AnswerProblems.unread(e))));
            reply.flush();
        }
        reply.withoutDecision().ifPresent(answer -> write(ctx, answer));
    }

    /** Answers lines that came together by one revision. */
    private void lines(String policy, Body lines, Desk desk) {
        Snapshot snapshot;
        try {
            snapshot = find.acquire(find.named(policy));
        } catch (ProblemException e) {
            lines.forEachLine(_ -> desk.add(new Answer.Failed(e.problem())));
            return;
        }
        try {
            answering.addLines(snapshot.policy(), lines, desk, line -> line(policy, line, false));
        } finally {
            snapshot.release();
        }
    }

    private Answer line(String policy, Body line, boolean explain) {
        try {
            return answer(find.named(policy), line, explain);
        } catch (ProblemException e) {
            return new Answer.Failed(e.problem());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("a line of a stream failed within Mete", e);
            return new Answer.Failed(AnswerProblems.INTERNAL);
        }
    }

    private static void write(Context ctx, Answer answer) {
        switch (answer) {
            case Answer.Decided(byte[] json) ->
                ctx.status(answer.status()).contentType(answer.mediaType()).result(json);
            case Answer.Failed(Problem problem) -> AnswerProblems.write(ctx, problem);
        }
    }

    private static @Nullable String policyName(Context ctx) {
        return ctx.pathParamMap().get("policy");
    }

    private static boolean isExplained(Context ctx) {
        return switch (ctx.queryParam(EXPLAIN)) {
            case null -> false;
            case "true", "" -> true;
            case "false" -> false;
            case String other ->
                throw new ProblemException(Problem.of(
                        ProblemKind.BAD_PARAMETER,
                        "`explain` is true or false, not `" + other + "`",
                        "send ?explain=true"));
        };
    }
}
