package dev.mete.dsl.check;

import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.TypeSyntax;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.Unit;
import dev.mete.engine.task.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds a policy to narrowing standard features: what a task may say anywhere keeps its meaning. */
final class Narrowing {
    private final Report report;

    Narrowing(Report report) {
        this.report = report;
    }

    /** Whether a type takes nothing that the standard type does not; reports where it does. */
    boolean isNarrower(FeatureType type, Feature standard, TypeSyntax written) {
        String name = standard.name();
        if (type instanceof FeatureType.OneOf(var values, boolean ordered)
                && standard.type() instanceof FeatureType.OneOf known
                && ordered == known.ordered()) {
            return ordered ? keepsOrder(values, known, name, written) : keepsSpelling(values, known, name, written);
        }
        if (type instanceof FeatureType.Quantity(Unit unit, long least, long most)
                && standard.type() instanceof FeatureType.Quantity known
                && unit == known.unit()) {
            if (least >= known.least() && most <= known.most()) {
                return true;
            }
            notNarrower(
                    written,
                    "`" + name + "` can only be narrowed",
                    "it goes from " + unit.format(known.least()) + " to " + unit.format(known.most()));
            return false;
        }
        if (type.equals(standard.type())) {
            return true;
        }
        notNarrower(
                written,
                "`" + name + "` is " + standard.type().description() + " in every policy",
                "narrow that, or choose another name for a feature of your own");
        return false;
    }

    private boolean keepsOrder(List<String> values, FeatureType.OneOf known, String name, TypeSyntax written) {
        var kept = new ArrayList<>(known.values());
        kept.retainAll(values);
        if (kept.equals(values)) {
            return true;
        }
        notNarrower(
                written,
                "`" + name + "` can only be narrowed to some of its values in their order",
                "it is " + String.join(" < ", known.values()));
        return false;
    }

    /** Work of a kind that the standard values do not name is welcome; a misspelt standard value is not. */
    private boolean keepsSpelling(List<String> values, FeatureType.OneOf known, String name, TypeSyntax written) {
        boolean sound = true;
        for (String value : values) {
            var near =
                    known.values().contains(value) ? Optional.<String>empty() : NearestName.of(value, known.values());
            if (near.isPresent() && !values.contains(near.get())) {
                sound = false;
                notNarrower(
                        written,
                        "`" + value + "` is almost the standard value `" + near.get() + "` of `" + name + "`",
                        "write `" + near.get() + "`, or a name that cannot be mistaken for it");
            }
        }
        return sound;
    }

    private void notNarrower(TypeSyntax written, String message, String help) {
        report.error(Code.NOT_NARROWER, written.span(), message, help);
    }

    /** A value of one type as a value of a narrower one, where it is one. */
    static Optional<Value> moved(Value value, FeatureType from, FeatureType to) {
        if (value instanceof Value.Scalar(long number)) {
            if (from instanceof FeatureType.OneOf(var values, var _)
                    && to instanceof FeatureType.OneOf(var kept, var _)) {
                int position = kept.indexOf(values.get((int) number));
                return position < 0 ? Optional.empty() : Optional.of(new Value.Scalar(position));
            }
            if (to instanceof FeatureType.Quantity(var _, long least, long most)) {
                return number < least || number > most ? Optional.empty() : Optional.of(value);
            }
        }
        return Optional.of(value);
    }
}
