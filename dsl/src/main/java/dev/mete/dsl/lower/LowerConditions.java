package dev.mete.dsl.lower;

import dev.mete.dsl.check.CheckBounds;
import dev.mete.dsl.check.Figure;
import dev.mete.dsl.check.Form;
import dev.mete.dsl.check.Measure;
import dev.mete.dsl.check.Question;
import dev.mete.dsl.check.WholeNumbers;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.economics.CutOff;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts conditions and amounts into the engine's terms. Every use of a let shares one meaning. Not thread-safe. */
final class LowerConditions {
    private final TaskSchema schema;
    private final IdentityHashMap<Question, Condition> lets = new IdentityHashMap<>();

    private final @Nullable Candidate candidate;

    LowerConditions(TaskSchema schema) {
        this(schema, null);
    }

    private LowerConditions(TaskSchema schema, @Nullable Candidate candidate) {
        this.schema = schema;
        this.candidate = candidate;
    }

    /** What a plan's figures stand for in conditions about it. */
    record Candidate(PlanIr plan, Function<Figure, Amount> figures) {}

    /** The conditions about one candidate of a choice. */
    LowerConditions about(Candidate candidate) {
        return new LowerConditions(schema, candidate);
    }

    Condition condition(Question question) {
        return switch (question) {
            case Question.Always(boolean value, var span) -> new Condition.Always(value, span);
            case Question.All(var parts, var span) -> new Condition.And(conditions(parts), span);
            case Question.Any(var parts, var span) -> new Condition.Or(conditions(parts), span);
            case Question.Not(var part, var span) -> new Condition.Not(condition(part), span);
            case Question.Named(var name, var meaning, var span) -> new Condition.Named(name, let(meaning), span);
            case Question.Compared compared -> compared(compared);
            case Question.Among(int slot, var positions, var span) -> new Condition.Among(slot, positions, span);
            case Question.TextAmong(int slot, var texts, var span) -> new Condition.TextAmong(slot, texts, span);
            case Question.TextMatches(int slot, var match, var text, var span) ->
                new Condition.TextMatches(slot, match, text, span);
            case Question.HasMember(int slot, var member, var span) -> new Condition.HasMember(slot, member, span);
            case Question.InBucket(var buckets, var span) -> new Condition.InBucket(buckets, span);
            case Question.CutOff(int atMost, var span) -> cutOff(atMost, span);
            case Question.Broken _ -> throw new IllegalStateException("a mistake reached lowering");
        };
    }

    /** The amount of a plan or a limit; null stays null. */
    @Nullable
    Quantity optional(@Nullable Measure measure, Unit unit) {
        return measure == null ? null : quantity(measure, unit);
    }

    Quantity quantity(Measure measure, Unit unit) {
        var whole = whole(List.of(measure.form()), unit);
        return new Quantity(whole.amounts().getFirst(), whole.parts(), measure.span());
    }

    private Condition compared(Question.Compared compared) {
        Unit unit = CheckBounds.unit(compared.left(), compared.right());
        var forms =
                List.of(known(compared.left().form()), known(compared.right().form()));
        var whole = WholeNumbers.compared(forms, unit, schema).orElseThrow(LowerConditions::overflow);
        return new Condition.Compare(
                compared.comparison(),
                whole.amounts().getFirst(),
                whole.amounts().getLast(),
                whole.parts(),
                whole.wide(),
                compared.span());
    }

    private Form known(Form form) {
        return candidate == null ? form : form.with(candidate.figures());
    }

    private Condition cutOff(int atMost, Span span) {
        if (candidate == null) {
            throw new IllegalStateException("a figure outside of `where` reached lowering");
        }
        return CutOff.isKnown(candidate.plan())
                ? CutOff.atMost(
                        atMost,
                        candidate.plan(),
                        schema.slot(StandardFeatures.INPUT_TOKENS),
                        schema.slot(StandardFeatures.OUTPUT_TOKENS),
                        span)
                : new Condition.Always(true, span);
    }

    private WholeNumbers whole(List<Form> forms, Unit unit) {
        return WholeNumbers.of(forms, unit, schema).orElseThrow(LowerConditions::overflow);
    }

    private static IllegalStateException overflow() {
        return new IllegalStateException("an amount that can overflow reached lowering");
    }

    private Condition let(Question meaning) {
        Condition known = lets.get(meaning);
        if (known == null) {
            known = condition(meaning);
            lets.put(meaning, known);
        }
        return known;
    }

    private List<Condition> conditions(List<Question> parts) {
        var conditions = new ArrayList<Condition>(parts.size());
        parts.forEach(part -> conditions.add(condition(part)));
        return conditions;
    }
}
