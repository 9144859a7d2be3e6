package dev.mete.dsl.check;

import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.TypeSyntax;
import dev.mete.dsl.syntax.ValueSyntax;
import dev.mete.dsl.syntax.Word;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.QuantityText;
import dev.mete.engine.task.Unit;
import dev.mete.engine.task.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** Makes types of features and their default values out of what is written. */
final class FeatureTypes {
    private static final List<String> NAMES = Stream.concat(
                    Stream.of("bool", "text"), Stream.of(Unit.values()).map(Unit::word))
            .toList();

    private final Report report;

    FeatureTypes(Report report) {
        this.report = report;
    }

    Optional<FeatureType> type(TypeSyntax written) {
        return switch (written) {
            case TypeSyntax.OneOf(var values, boolean ordered, _) -> oneOf(values, ordered);
            case TypeSyntax.SetOf(var member, _) -> {
                if (!member.text().equals("text")) {
                    report.error(
                            Code.UNKNOWN_TYPE, member.span(), "there are only sets of text", "write `set of text`");
                    yield Optional.empty();
                }
                yield Optional.of(new FeatureType.TextSet());
            }
            case TypeSyntax.Plain plain -> plain(plain);
        };
    }

    private Optional<FeatureType> oneOf(List<Word> values, boolean ordered) {
        var first = new HashMap<String, Span>();
        boolean sound = true;
        for (Word value : values) {
            sound &= ResolveNames.isNew(value.text(), value.span(), "value", first, report);
        }
        return sound
                ? Optional.of(new FeatureType.OneOf(values.stream().map(Word::text).toList(), ordered))
                : Optional.empty();
    }

    private Optional<FeatureType> plain(TypeSyntax.Plain written) {
        String name = written.name().text();
        var unit = Stream.of(Unit.values()).filter(u -> u.word().equals(name)).findFirst();
        if (unit.isPresent()) {
            return quantity(unit.get(), written);
        }
        FeatureType type =
                switch (name) {
                    case "bool" -> new FeatureType.Flag();
                    case "text" -> new FeatureType.Text();
                    default -> null;
                };
        if (type == null) {
            report.error(
                    Code.UNKNOWN_TYPE,
                    written.name().span(),
                    "there is no type `" + name + "`",
                    NearestName.of(name, NAMES)
                            .map(near -> "did you mean `" + near + "`?")
                            .orElse("types are " + String.join(", ", NAMES)
                                    + ", `set of text`, `one of a, b` and `a < b < c`"));
            return Optional.empty();
        }
        if (written.least() != null || written.most() != null) {
            report.error(
                    Code.OUT_OF_BOUNDS, written.span(), "`" + name + "` has no bounds", "write `" + name + "` alone");
        }
        return Optional.of(type);
    }

    private Optional<FeatureType> quantity(Unit unit, TypeSyntax.Plain written) {
        var whole = FeatureType.Quantity.of(unit);
        var least = written.least() == null ? OptionalLong.of(unit.least()) : parts(written.least(), whole);
        var most = written.most() == null ? OptionalLong.of(unit.most()) : parts(written.most(), whole);
        if (least.isEmpty() || most.isEmpty()) {
            return Optional.empty();
        }
        if (least.getAsLong() > most.getAsLong()) {
            report.error(
                    Code.OUT_OF_BOUNDS,
                    written.span(),
                    "the lower bound is above the upper one",
                    "write the lower one first, as in `" + unit.word() + " from " + unit.format(most.getAsLong()) + " to "
                            + unit.format(least.getAsLong()) + "`");
            return Optional.empty();
        }
        return Optional.of(new FeatureType.Quantity(unit, least.getAsLong(), most.getAsLong()));
    }

    /** A number in the smallest parts of a quantity, within its bounds. */
    private OptionalLong parts(ValueSyntax written, FeatureType.Quantity type) {
        if (!(written instanceof ValueSyntax.Number(QuantityText.Written quantity, Span span))) {
            wrong(written, type);
            return OptionalLong.empty();
        }
        Unit unit = type.unit();
        if (quantity.unit() != unit && (quantity.unit() != Unit.NUMBER || unit.isDimensioned())) {
            wrong(written, type);
            return OptionalLong.empty();
        }
        BigDecimal parts = quantity.value().multiply(BigDecimal.valueOf(unit.scale())).stripTrailingZeros();
        if (parts.scale() > 0) {
            report.error(
                    Code.TOO_FINE,
                    span,
                    "`" + span.text() + "` is finer than " + finest(unit),
                    "round it");
            return OptionalLong.empty();
        }
        if (parts.compareTo(BigDecimal.valueOf(type.least())) < 0 || parts.compareTo(BigDecimal.valueOf(type.most())) > 0) {
            report.error(
                    Code.OUT_OF_BOUNDS,
                    span,
                    "`" + span.text() + "` is out of bounds",
                    "it goes from " + unit.format(type.least()) + " to " + unit.format(type.most()));
            return OptionalLong.empty();
        }
        return OptionalLong.of(parts.longValueExact());
    }

    private static String finest(Unit unit) {
        return switch (unit) {
            case NUMBER, PERCENT -> "6 fraction digits";
            case TOKENS -> "one token";
            case MONEY -> "a nano-dollar, 9 fraction digits";
            case DURATION -> "a millisecond";
        };
    }

    /** A default value of a type. */
    Optional<Value> value(ValueSyntax written, FeatureType type) {
        if (written instanceof ValueSyntax.Broken) {
            return Optional.empty();
        }
        return switch (type) {
            case FeatureType.Quantity quantity -> {
                var parts = parts(written, quantity);
                yield parts.isPresent() ? Optional.of(new Value.Scalar(parts.getAsLong())) : Optional.empty();
            }
            case FeatureType.Flag flag -> flag(written, flag);
            case FeatureType.OneOf oneOf -> position(written, oneOf);
            case FeatureType.Text text -> {
                if (written instanceof ValueSyntax.Quoted(var quoted)) {
                    yield Optional.of(new Value.Words(quoted.value()));
                }
                yield wrong(written, text);
            }
            case FeatureType.TextSet set -> members(written, set);
        };
    }

    private Optional<Value> flag(ValueSyntax written, FeatureType.Flag type) {
        if (written instanceof ValueSyntax.Named(var word)) {
            if (word.text().equals("true") || word.text().equals("false")) {
                return Optional.of(Value.flag(word.text().equals("true")));
            }
        }
        return wrong(written, type);
    }

    private Optional<Value> position(ValueSyntax written, FeatureType.OneOf type) {
        if (!(written instanceof ValueSyntax.Named(var word))) {
            return wrong(written, type);
        }
        int position = type.values().indexOf(word.text());
        if (position < 0) {
            report.error(
                    Code.UNKNOWN_VALUE,
                    word.span(),
                    "the type has no value `" + word.text() + "`",
                    NearestName.help(word.text(), type.values()));
            return Optional.empty();
        }
        return Optional.of(new Value.Scalar(position));
    }

    private Optional<Value> members(ValueSyntax written, FeatureType.TextSet type) {
        if (!(written instanceof ValueSyntax.Several(var members, _))) {
            return wrong(written, type);
        }
        Set<String> texts = new HashSet<>();
        for (ValueSyntax member : members) {
            if (!(member instanceof ValueSyntax.Quoted(var text))) {
                return wrong(member, new FeatureType.Text());
            }
            texts.add(text.value());
        }
        return Optional.of(new Value.Members(texts));
    }

    private Optional<Value> wrong(ValueSyntax written, FeatureType type) {
        if (!(written instanceof ValueSyntax.Broken)) {
            report.error(
                    Code.WRONG_KIND_OF_VALUE,
                    written.span(),
                    "`" + written.span().text() + "` is not " + type.description(),
                    "write " + (type instanceof FeatureType.TextSet ? "a list such as" : "a value such as") + " `"
                            + example(type) + "`");
        }
        return Optional.empty();
    }

    /** A value of a type as an author writes it. */
    String example(FeatureType type) {
        return switch (type) {
            case FeatureType.Flag _ -> "true";
            case FeatureType.OneOf(var values, _) -> values.getFirst();
            case FeatureType.Text _ -> "\"…\"";
            case FeatureType.TextSet _ -> "[\"…\"]";
            case FeatureType.Quantity(Unit unit, long least, long most) ->
                unit.format(Math.clamp(usual(unit), least, most));
        };
    }

    private static long usual(Unit unit) {
        return switch (unit) {
            case NUMBER -> unit.scale();
            case TOKENS -> 1_000;
            case MONEY, PERCENT -> 50 * unit.scale();
            case DURATION -> 20_000;
        };
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
            var near = known.values().contains(value) ? Optional.<String>empty() : NearestName.of(value, known.values());
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
    Optional<Value> moved(Value value, FeatureType from, FeatureType to) {
        if (value instanceof Value.Scalar(long number)) {
            if (from instanceof FeatureType.OneOf(var values, _) && to instanceof FeatureType.OneOf(var kept, _)) {
                int position = kept.indexOf(values.get((int) number));
                return position < 0 ? Optional.empty() : Optional.of(new Value.Scalar(position));
            }
            if (to instanceof FeatureType.Quantity(_, long least, long most)) {
                return number < least || number > most ? Optional.empty() : Optional.of(value);
            }
        }
        return Optional.of(value);
    }

}
