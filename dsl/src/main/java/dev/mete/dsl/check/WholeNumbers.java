package dev.mete.dsl.check;

import dev.mete.engine.check.Range;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Exact amounts as whole numbers over one common denominator. Immutable.
 *
 * @param amounts in the order of the forms, counted in the parts of the unit's smallest part
 * @param parts how many parts make one smallest part of the unit
 * @param wide whether one of them can go beyond a {@code long} within the bounds of the features
 */
public record WholeNumbers(List<Amount> amounts, long parts, boolean wide) {
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    /** The forms as whole numbers, or nothing where one of them could overflow. */
    public static Optional<WholeNumbers> of(List<Form> forms, Unit unit, List<Feature> features) {
        return compared(forms, unit, features).filter(whole -> !whole.wide());
    }

    /** The forms as whole numbers to compare; where prices are among them they may be wide. Nothing where another could overflow. */
    public static Optional<WholeNumbers> compared(List<Form> forms, Unit unit, List<Feature> features) {
        var scale = new Scale(unit, features);
        BigInteger parts = forms.stream()
                .flatMap(scale::numbers)
                .map(WholeNumbers::denominator)
                .reduce(BigInteger.ONE, WholeNumbers::commonMultiple);
        if (parts.compareTo(MOST) > 0) {
            return Optional.empty();
        }
        boolean fits =
                forms.stream().allMatch(form -> scale.largest(form, parts).compareTo(MOST) <= 0);
        boolean canBeWide = forms.stream().anyMatch(Form::isWeighed)
                && forms.stream()
                        .flatMap(scale::numbers)
                        .allMatch(number -> Scale.whole(number, parts).abs().compareTo(MOST) <= 0);
        return fits || canBeWide
                ? Optional.of(new WholeNumbers(
                        forms.stream().map(form -> scale.amount(form, parts)).toList(), parts.longValueExact(), !fits))
                : Optional.empty();
    }

    private static BigInteger denominator(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.scale() <= 0) {
            return BigInteger.ONE;
        }
        BigInteger tens = BigInteger.TEN.pow(stripped.scale());
        return tens.divide(tens.gcd(stripped.unscaledValue()));
    }

    private static BigInteger commonMultiple(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }

    /** Counts whole units in smallest parts, and slots as a task holds them. */
    private record Scale(Unit unit, List<Feature> features) {
        BigDecimal constant(BigDecimal constant) {
            return constant.multiply(BigDecimal.valueOf(unit.scale()));
        }

        BigDecimal factor(int slot, BigDecimal factor) {
            // Scales are powers of ten, so that the division is exact.
            return factor.multiply(BigDecimal.valueOf(unit.scale()))
                    .divide(BigDecimal.valueOf(type(slot).unit().scale()));
        }

        FeatureType.Quantity type(int slot) {
            if (features.get(slot).type() instanceof FeatureType.Quantity quantity) {
                return quantity;
            }
            throw new IllegalStateException(features.get(slot).name() + " is no quantity");
        }

        /** All numbers that a form is made of. */
        Stream<BigDecimal> numbers(Form form) {
            return switch (form) {
                case Form.Linear(var constant, var factors) ->
                    Stream.concat(
                            Stream.of(constant(constant)),
                            factors.entrySet().stream().map(entry -> factor(entry.getKey(), entry.getValue())));
                case Form.Sum(var terms) -> terms.stream().flatMap(this::numbers);
                case Form.Least(var forms) -> forms.stream().flatMap(this::numbers);
                case Form.Greatest(var forms) -> forms.stream().flatMap(this::numbers);
                case Form.Given(var factor, var _, var size) -> Stream.of(constant(factor.multiply(size)));
                case Form.OfCandidate(var factor, var figure) -> Stream.of(constant(factor.multiply(figure.size())));
            };
        }

        /** The furthest from zero that a form or a part of it can be. */
        BigInteger largest(Form form, BigInteger parts) {
            return switch (form) {
                case Form.Linear(var constant, var factors) ->
                    factors.entrySet().stream()
                            .map(entry -> whole(factor(entry.getKey(), entry.getValue()), parts)
                                    .abs()
                                    .multiply(furthest(type(entry.getKey()))))
                            .reduce(whole(constant(constant), parts).abs(), BigInteger::add);
                case Form.Sum(var terms) ->
                    terms.stream().map(term -> largest(term, parts)).reduce(BigInteger.ZERO, BigInteger::add);
                case Form.Least(var forms) -> largest(forms, parts);
                case Form.Greatest(var forms) -> largest(forms, parts);
                case Form.Given(var factor, var amount, var size) ->
                    whole(constant(factor.multiply(size)), parts).abs().multiply(furthest(amount));
                // Not known before there is a candidate.
                case Form.OfCandidate _ -> MOST.add(BigInteger.ONE);
            };
        }

        private BigInteger largest(List<Form> forms, BigInteger parts) {
            return forms.stream().map(form -> largest(form, parts)).reduce(BigInteger.ZERO, BigInteger::max);
        }

        private BigInteger furthest(Amount amount) {
            var range = Range.of(amount, TaskSchema.of(features, new BitSet()));
            return range.least().abs().max(range.most().abs());
        }

        private static BigInteger furthest(FeatureType.Quantity type) {
            return BigInteger.valueOf(type.least())
                    .abs()
                    .max(BigInteger.valueOf(type.most()).abs());
        }

        Amount amount(Form form, BigInteger parts) {
            return switch (form) {
                case Form.Linear linear -> linear(linear, parts);
                case Form.Sum(var terms) -> new Amount.Sum(amounts(terms, parts));
                case Form.Least(var forms) -> new Amount.Least(amounts(forms, parts));
                case Form.Greatest(var forms) -> new Amount.Greatest(amounts(forms, parts));
                case Form.Given(var factor, var amount, var size) ->
                    new Amount.Times(
                            whole(constant(factor.multiply(size)), parts).longValueExact(), amount);
                case Form.OfCandidate _ -> new Amount.Fixed(0);
            };
        }

        private List<Amount> amounts(List<Form> forms, BigInteger parts) {
            return forms.stream().map(form -> amount(form, parts)).toList();
        }

        private Amount linear(Form.Linear linear, BigInteger parts) {
            var terms = new ArrayList<Amount>();
            linear.factors().forEach((slot, factor) -> {
                long whole = whole(factor(slot, factor), parts).longValueExact();
                terms.add(whole == 1 ? new Amount.Slot(slot) : new Amount.Times(whole, new Amount.Slot(slot)));
            });
            long constant = whole(constant(linear.constant()), parts).longValueExact();
            if (constant != 0 || terms.isEmpty()) {
                terms.add(new Amount.Fixed(constant));
            }
            return terms.size() == 1 ? terms.getFirst() : new Amount.Sum(terms);
        }

        private static BigInteger whole(BigDecimal number, BigInteger parts) {
            return number.multiply(new BigDecimal(parts)).toBigIntegerExact();
        }
    }
}
