package dev.mete.engine.check;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.economics.Fuse;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.CandidateIr;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Goal;
import dev.mete.engine.ir.Mentions;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import dev.mete.engine.task.Value;
import java.util.List;
import java.util.stream.Collectors;

/** Warns of plans that cannot be done in the time, or within the tokens, that they are given, as the catalog's speeds and lengths say. */
final class CheckTime {
    /** Where a cap blows more often than this, in millionths, it is no fuse any more: capping and retrying costs more than no cap. */
    private static final int OFTEN = 50_000;

    /** The OpenAI and Anthropic SDKs try a request that times out two more times by default. */
    private static final int TRIES = 3;

    /** Providers answer a batch within a day. */
    private static final long BATCH_MILLIS = 24 * 60 * 60 * 1_000L;

    private static final long UNKNOWN = -1;

    private final TaskSchema schema;
    private final List<Diagnostic> found;

    CheckTime(TaskSchema schema, List<Diagnostic> found) {
        this.schema = schema;
        this.found = found;
    }

    void check(RuleIr rule) {
        var tolerance = Extent.of(schema.slot(StandardFeatures.LATENCY_TOLERANCE), rule.when(), schema);
        long answer = answer(rule);
        rule.choice().plans().forEach(plan -> check(plan, tolerance, answer));
        rule.fallbacks().forEach(plan -> check(plan, tolerance, answer));
        retries(rule, tolerance);
        percentile(rule);
    }

    private void check(PlanIr plan, Extent tolerance, long answer) {
        deadline(plan, tolerance, answer);
        cap(plan, answer);
        tier(plan, tolerance);
    }

    private void deadline(PlanIr plan, Extent tolerance, long answer) {
        Fuse.median(plan, answer).ifPresent(micros -> {
            if (micros / 1_000 > tolerance.most()) {
                warn(
                        "M0417",
                        plan,
                        "half of the answers take more than " + seconds(micros / 1_000)
                                + ", and this rule holds only where the caller waits for at most "
                                + seconds(tolerance.most()),
                        "choose a lower effort or a faster model");
            }
        });
    }

    private void cap(PlanIr plan, long answer) {
        Quantity asked = plan.cap();
        boolean isThinking = plan.effort() != Effort.NONE;
        if (!isThinking || asked == null || !(asked.numerator() instanceof Amount.Fixed(long number))) {
            return;
        }
        long cap = number / asked.divisor();
        Fuse.cutOff(plan, cap, answer).ifPresent(share -> {
            if (share > OFTEN) {
                found.add(Diagnostic.warning(
                        "M0416",
                        asked.span(),
                        "a cap of " + Unit.TOKENS.format(cap) + " tokens cuts off about " + Math.round(share / 10_000.0)
                                + " in 100 answers of " + Unit.TOKENS.format(answer) + " tokens, and they are paid for",
                        "a cap is a fuse: raise it to " + Unit.TOKENS.format(Fuse.room(plan, OFTEN, answer))
                                + " or lower the effort"));
            }
        });
    }

    private void tier(PlanIr plan, Extent tolerance) {
        boolean isBatch = "batch".equals(plan.model().model().figures().serviceTier());
        if (isBatch && tolerance.least() < BATCH_MILLIS) {
            warn(
                    "M0419",
                    plan,
                    "`" + plan.model().model().id() + "` is sent as a batch, which can take a day, and this rule does"
                            + " not ask for a caller who waits that long",
                    "add `latency_tolerance >= 24h` to the rule, or choose another service tier");
        }
    }

    private void retries(RuleIr rule, Extent tolerance) {
        PlanIr first = rule.choice().plans().getFirst();
        long longest = longest(first);
        for (PlanIr fallback : rule.fallbacks()) {
            long next = longest(fallback);
            longest = longest == UNKNOWN || next == UNKNOWN ? UNKNOWN : longest + next;
        }
        if (longest != UNKNOWN && longest > tolerance.most()) {
            warn(
                    "M0421",
                    first,
                    "with the two retries that SDKs make, these timeouts add up to " + seconds(longest)
                            + ", and the caller waits for at most " + seconds(tolerance.most()),
                    "lower the timeouts, or turn the retries off in the client");
        }
    }

    /** How long a plan with its retries takes at most, where its timeout is the same for every task. */
    private static long longest(PlanIr plan) {
        Quantity timeout = plan.timeout();
        return timeout != null && timeout.numerator() instanceof Amount.Fixed(long number)
                ? TRIES * (number / timeout.divisor())
                : UNKNOWN;
    }

    private void percentile(RuleIr rule) {
        if (!(rule.choice() instanceof ChoiceIr.Several several)) {
            return;
        }
        var median = several.candidates().stream()
                .filter(candidate -> several.goal() == Goal.FASTEST || isBoundInLatency(candidate))
                .map(CandidateIr::plan)
                .filter(CheckTime::hasOnlyMedian)
                .toList();
        if (!median.isEmpty()) {
            String models = median.stream()
                    .map(plan -> "`" + plan.model().alias() + "`")
                    .distinct()
                    .collect(Collectors.joining(" and "));
            warn(
                    "M0415",
                    median.getFirst(),
                    "of the time until the first token of " + models + " the catalog has only the median, which stands"
                            + " for the 95th percentile here",
                    "add `p95` to `first_token_ms` in the catalog, or leave time to spare");
        }
    }

    private static boolean isBoundInLatency(CandidateIr candidate) {
        Amount latency = candidate.worth().slowLatency();
        return latency != null && new Mentions(latency).in(candidate.where());
    }

    private static boolean hasOnlyMedian(PlanIr plan) {
        return plan.model()
                .model()
                .figures()
                .speed(plan.effort())
                .filter(speed -> speed.slowFirstTokenMillis() == null)
                .isPresent();
    }

    /** The answer that a task expects where it does not say; the shortest where the rule asks how long it is. */
    private long answer(RuleIr rule) {
        int slot = schema.slot(StandardFeatures.OUTPUT_TOKENS);
        var extent = Extent.of(slot, rule.when(), schema);
        return schema.feature(slot).defaultValue() instanceof Value.Scalar(long number)
                ? Math.clamp(number, extent.least(), Math.max(extent.least(), extent.most()))
                : extent.least();
    }

    private static String seconds(long millis) {
        return Unit.DURATION.format(millis < 10_000 ? millis : millis / 1_000 * 1_000);
    }

    private void warn(String code, PlanIr plan, String message, String help) {
        found.add(Diagnostic.warning(code, plan.span(), message, help));
    }
}
