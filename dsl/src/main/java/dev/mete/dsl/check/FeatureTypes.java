package dev.mete.dsl.check;

import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.TypeSyntax;
import dev.mete.dsl.syntax.Word;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Makes types of features out of what is written. */
final class FeatureTypes {
    private static final List<String> NAMES = Stream.concat(
                    Stream.of("bool", "text"), Stream.of(Unit.values()).map(Unit::word))
            .toList();

    private final Report report;
    private final FeatureValues values;

    FeatureTypes(Report report) {
        this.report = report;
        this.values = new FeatureValues(report);
    }

    Optional<FeatureType> type(TypeSyntax written) {
        return switch (written) {
            case TypeSyntax.OneOf(var values, boolean ordered, var _) -> oneOf(values, ordered);
            case TypeSyntax.SetOf(var member, var _) -> {
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
        ResolveNames.checkCount(values.size(), "values", () -> values.getLast().span(), report);
        var first = new HashMap<String, Span>();
        boolean sound = values.size() <= ResolveNames.MOST_NAMES;
        for (Word value : values) {
            sound &= ResolveNames.isNew(value.text(), value.span(), "value", first, report);
        }
        return sound
                ? Optional.of(
                        new FeatureType.OneOf(values.stream().map(Word::text).toList(), ordered))
                : Optional.empty();
    }

    private Optional<FeatureType> plain(TypeSyntax.Plain written) {
        String name = written.name().text();
        var unit = Stream.of(Unit.values()).filter(u -> u.word().equals(name)).findFirst();
        if (unit.isPresent()) {
            return quantity(unit.get(), written);
        }
        FeatureType type = switch (name) {
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
        var least = written.least() == null ? OptionalLong.of(unit.least()) : values.parts(written.least(), whole);
        var most = written.most() == null ? OptionalLong.of(unit.most()) : values.parts(written.most(), whole);
        if (least.isEmpty() || most.isEmpty()) {
            return Optional.empty();
        }
        if (least.getAsLong() > most.getAsLong()) {
            report.error(
                    Code.OUT_OF_BOUNDS,
                    written.span(),
                    "the lower bound is above the upper one",
                    "write the lower one first, as in `" + unit.word() + " from " + unit.format(most.getAsLong())
                            + " to " + unit.format(least.getAsLong()) + "`");
            return Optional.empty();
        }
        return Optional.of(new FeatureType.Quantity(unit, least.getAsLong(), most.getAsLong()));
    }
}
