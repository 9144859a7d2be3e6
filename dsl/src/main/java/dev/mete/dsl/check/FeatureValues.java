package dev.mete.dsl.check;

import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Text;
import dev.mete.dsl.syntax.ValueSyntax;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.QuantityText;
import dev.mete.engine.task.Unit;
import dev.mete.engine.task.Value;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Makes values of features out of what is written. */
final class FeatureValues {
    private final Report report;

    FeatureValues(Report report) {
        this.report = report;
    }

    /** A value of a type; nothing where it is none, which is reported. */
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
                    yield isShortEnough(quoted, report)
                            ? Optional.of(new Value.Words(quoted.value()))
                            : Optional.empty();
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
            report.unknown(
                    Code.UNKNOWN_VALUE,
                    word.span(),
                    "the type has no value `" + word.text() + "`",
                    word.text(),
                    type.values());
            return Optional.empty();
        }
        return Optional.of(new Value.Scalar(position));
    }

    private Optional<Value> members(ValueSyntax written, FeatureType.TextSet type) {
        if (!(written instanceof ValueSyntax.Several(var members, var _))) {
            return wrong(written, type);
        }
        Set<String> texts = new HashSet<>();
        boolean sound = true;
        for (ValueSyntax member : members) {
            if (!(member instanceof ValueSyntax.Quoted(var text))) {
                return wrong(member, new FeatureType.Text());
            }
            sound &= isShortEnough(text, report);
            texts.add(text.value());
        }
        if (texts.size() > FeatureType.LARGEST_SET) {
            report.error(
                    Code.OUT_OF_BOUNDS,
                    written.span(),
                    "this set has " + texts.size() + " members, more than a set can have",
                    "at most " + FeatureType.LARGEST_SET + " are allowed");
            return Optional.empty();
        }
        return sound ? Optional.of(new Value.Members(texts)) : Optional.empty();
    }

    /** Whether a task could have this text; reports where none could. */
    static boolean isShortEnough(Text text, Report report) {
        boolean isShort = FeatureType.isShortEnough(text.value());
        if (!isShort) {
            report.error(
                    Code.OUT_OF_BOUNDS,
                    text.span(),
                    "this text has "
                            + text.value().codePointCount(0, text.value().length())
                            + " characters, more than a text of a task can have",
                    "at most " + FeatureType.LONGEST_TEXT + " are allowed");
        }
        return isShort;
    }

    private Optional<Value> wrong(ValueSyntax written, FeatureType type) {
        if (!(written instanceof ValueSyntax.Broken)) {
            report.error(
                    Code.WRONG_KIND_OF_VALUE,
                    written.span(),
                    "`" + written.span().text() + "` is not " + type.description(),
                    "write " + (type instanceof FeatureType.TextSet ? "a list such as" : "a value such as") + " `"
                            + Example.of(type) + "`");
        }
        return Optional.empty();
    }

    /** A number in the smallest parts of a quantity, within its bounds. */
    OptionalLong parts(ValueSyntax written, FeatureType.Quantity type) {
        if (!(written instanceof ValueSyntax.Number(QuantityText.Written quantity, Span span))) {
            wrong(written, type);
            return OptionalLong.empty();
        }
        Unit unit = type.unit();
        if (quantity.unit() != unit && (quantity.unit() != Unit.NUMBER || unit.isDimensioned())) {
            wrong(written, type);
            return OptionalLong.empty();
        }
        BigDecimal parts =
                quantity.value().multiply(BigDecimal.valueOf(unit.scale())).stripTrailingZeros();
        if (parts.scale() > 0) {
            report.error(Code.TOO_FINE, span, "`" + span.text() + "` is finer than " + finest(unit), "round it");
            return OptionalLong.empty();
        }
        if (parts.compareTo(BigDecimal.valueOf(type.least())) < 0
                || parts.compareTo(BigDecimal.valueOf(type.most())) > 0) {
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
}
