package dev.mete.engine.json.plain;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.DecisionNames;
import dev.mete.engine.decision.EstimateSlots;
import dev.mete.engine.decision.Plan;
import dev.mete.engine.decision.PlanSlots;
import dev.mete.engine.decision.Verdict;
import dev.mete.engine.json.DecisionJson;
import dev.mete.engine.json.request.RequestJson;
import dev.mete.engine.policy.PolicyInfo;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the answers of one revision of a policy: what {@link DecisionJson} writes, byte for byte, out of parts that are written once. Thread-safe.
 */
public final class PlainAnswers {
    private static final int PICO = 12;
    private static final int MILLIONTH = 6;
    private static final long MICROS_PER_MILLI = 1_000;
    private static final int EFFORTS = Effort.values().length;

    private final DecisionNames names;

    /** By bucket: from the end of the decision's id to before the rule. */
    private final byte[][] heads;

    private final byte[][] rules;
    private final byte[][] limits;
    private final byte[][] choices;

    /** By model and effort, made when first needed: every thread makes the same. */
    private final @Nullable Optional<PlanTemplates>[] plans;

    /** What is written of a plan, and of its request. */
    private record PlanTemplates(Template numbers, Template request) {}

    /** For the answers of a policy whose verdicts have these names. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    public PlainAnswers(DecisionNames names, PolicyInfo policy) {
        this.names = names;
        String info = Fragments.fields(out -> DecisionJson.policy(out, policy));
        this.heads = Arrays.stream(Bucket.values())
                .map(bucket -> "\"," + info + ","
                        + Fragments.fields(out -> out.writeStringField("bucket", bucket.word())) + ",\"rule\":")
                .map(head -> head.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.rules = texts(names.rules());
        this.limits = texts(names.limits());
        this.choices = names.choices().stream()
                .map(chosen -> "," + Fragments.fields(out -> DecisionJson.chosen(out, chosen)))
                .map(choice -> choice.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.plans = new Optional[names.models().size() * EFFORTS];
    }

    private static byte[][] texts(List<String> texts) {
        return texts.stream().map(Fragments::text).toArray(byte[][]::new);
    }

    /** Whether the answers are those of verdicts with these names. */
    @SuppressWarnings("ReferenceEquality") // the names of one policy are one object
    public boolean isFor(DecisionNames others) {
        return names == others;
    }

    /** Adds an answer; false, and nothing is added, where the verdict is one that only {@link DecisionJson} can write. */
    public boolean write(AsciiBytes out, String decisionId, Verdict verdict) {
        if (!verdict.isPlain() || !areReady(verdict)) {
            return false;
        }
        out.add("{\"decision_id\":\"");
        out.add(decisionId);
        out.add(heads[verdict.bucket().ordinal()]);
        out.add(rules[verdict.line()]);
        if (verdict.choice() >= 0) {
            out.add(choices[verdict.choice()]);
        }
        out.add(',');
        plan(out, verdict.plan());
        asked(out, verdict);
        limits(out, verdict);
        estimate(out, verdict.estimate());
        out.add(",\"fallbacks\":[");
        for (int place = 0; place < verdict.fallbacks(); place++) {
            PlanSlots fallback = verdict.fallback(place);
            out.add(place == 0 ? "{" : ",{");
            plan(out, fallback);
            out.add(',');
            templates(fallback).request().write(out, fallback);
            out.add('}');
        }
        out.add("],");
        templates(verdict.plan()).request().write(out, verdict.plan());
        out.add('}');
        return true;
    }

    private boolean areReady(Verdict verdict) {
        boolean areReady = prepared(verdict.plan()).isPresent();
        for (int place = 0; place < verdict.fallbacks(); place++) {
            areReady &= prepared(verdict.fallback(place)).isPresent();
        }
        return areReady;
    }

    private PlanTemplates templates(PlanSlots plan) {
        return prepared(plan).orElseThrow();
    }

    private Optional<PlanTemplates> prepared(PlanSlots plan) {
        int at = plan.modelPlace() * EFFORTS + plan.effort().ordinal();
        Optional<PlanTemplates> prepared = plans[at];
        if (prepared == null) {
            prepared = prepare(plan.plan());
            plans[at] = prepared;
        }
        return prepared;
    }

    private static Optional<PlanTemplates> prepare(Plan plan) {
        return Template.of(plan, DecisionJson::numbers)
                .flatMap(numbers ->
                        Template.of(plan, RequestJson::write).map(request -> new PlanTemplates(numbers, request)));
    }

    private void plan(AsciiBytes out, PlanSlots plan) {
        templates(plan).numbers().write(out, plan);
        if (plan.timeoutMillis() != Plan.NO_TIMEOUT) {
            out.add(",\"timeout_ms\":");
            out.add(plan.timeoutMillis());
        }
    }

    private static void asked(AsciiBytes out, Verdict verdict) {
        Effort effort = verdict.askedEffort();
        boolean isAsAsked = effort == null
                && verdict.askedCap() == Verdict.AS_ASKED
                && verdict.askedThinking() == Verdict.AS_ASKED
                && verdict.askedTimeout() == Verdict.AS_ASKED;
        if (isAsAsked) {
            return;
        }
        out.add(",\"asked\":{");
        int start = out.size();
        if (effort != null) {
            out.add("\"effort\":\"");
            out.add(effort.word());
            out.add('"');
        }
        asked(out, start, "\"token_cap\":", verdict.askedCap());
        asked(out, start, "\"thinking_tokens\":", verdict.askedThinking());
        asked(out, start, "\"timeout_ms\":", verdict.askedTimeout());
        out.add('}');
    }

    private static void asked(AsciiBytes out, int start, String field, long number) {
        if (number != Verdict.AS_ASKED) {
            next(out, start);
            out.add(field);
            out.add(number);
        }
    }

    /** Puts a comma where something stands before. */
    private static void next(AsciiBytes out, int start) {
        if (out.size() > start) {
            out.add(',');
        }
    }

    private void limits(AsciiBytes out, Verdict verdict) {
        for (int place = 0; place < verdict.limits(); place++) {
            out.add(place == 0 ? ",\"limited_by\":[" : ",");
            out.add(limits[verdict.limit(place)]);
        }
        if (verdict.limits() > 0) {
            out.add(']');
        }
    }

    private static void estimate(AsciiBytes out, EstimateSlots estimate) {
        int before = out.size();
        out.add(",\"estimate\":{");
        int start = out.size();
        if (estimate.costWorst() != EstimateSlots.UNKNOWN) {
            out.add("\"cost_usd\":{");
            if (estimate.costMean() != EstimateSlots.UNKNOWN) {
                out.add("\"mean\":");
                out.add(estimate.costMean(), PICO);
                out.add(',');
            }
            out.add("\"worst\":");
            out.add(estimate.costWorst(), PICO);
            out.add('}');
        }
        latency(out, start, estimate);
        share(out, start, "\"cut_off_probability\":", estimate.cutOff());
        share(out, start, "\"error_probability\":", estimate.errors());
        if (estimate.thinking() != EstimateSlots.UNKNOWN) {
            next(out, start);
            out.add("\"tokens\":{\"thinking\":");
            out.add(estimate.thinking());
            out.add(",\"visible\":");
            out.add(estimate.visible());
            out.add('}');
        }
        share(out, start, "\"gpu_seconds\":", estimate.gpuMicros());
        if (out.size() == start) {
            out.cut(before);
        } else {
            out.add('}');
        }
    }

    private static void latency(AsciiBytes out, int start, EstimateSlots estimate) {
        if (estimate.latencyMean() == EstimateSlots.UNKNOWN) {
            return;
        }
        next(out, start);
        out.add("\"latency_ms\":{\"mean\":");
        out.add(Math.ceilDiv(estimate.latencyMean(), MICROS_PER_MILLI));
        out.add(",\"p50\":");
        out.add(Math.ceilDiv(estimate.latencyMedian(), MICROS_PER_MILLI));
        out.add(",\"p95\":");
        out.add(Math.ceilDiv(estimate.latencySlow(), MICROS_PER_MILLI));
        out.add('}');
    }

    private static void share(AsciiBytes out, int start, String field, long millionths) {
        if (millionths != EstimateSlots.UNKNOWN) {
            next(out, start);
            out.add(field);
            out.add(millionths, MILLIONTH);
        }
    }
}
