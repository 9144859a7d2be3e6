package dev.mete.dsl.check;

import dev.mete.engine.ir.Amount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A piecewise linear number over the slots of a task, exact. Factors and constants count in whole units (dollars, tokens, milliseconds, points),
 * slots too. Immutable.
 */
public sealed interface Form {
    /** A constant and a multiple of some slots. */
    record Linear(BigDecimal constant, List<Factor> factors) implements Form {
        public Linear {
            factors = List.copyOf(factors);
        }

        private Linear multiplied(BigDecimal factor) {
            if (factor.signum() == 0) {
                return new Linear(constant.multiply(factor), List.of());
            }
            var scaled = new ArrayList<Factor>(factors.size());
            factors.forEach(own -> scaled.add(new Factor(own.slot, own.number.multiply(factor))));
            return new Linear(constant.multiply(factor), scaled);
        }
    }

    /** What a slot is multiplied by, never 0. Factors stand in the order of their slots. */
    record Factor(int slot, BigDecimal number) {}

    /** All terms added up; at least one is not linear. */
    record Sum(List<Form> terms) implements Form {
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /** The least of several. */
    record Least(List<Form> forms) implements Form {
        public Least {
            forms = List.copyOf(forms);
        }
    }

    /** The greatest of several. */
    record Greatest(List<Form> forms) implements Form {
        public Greatest {
            forms = List.copyOf(forms);
        }
    }

    /**
     * A multiple of an amount that the catalog gives, such as a price.
     *
     * @param size how many whole units one of the amount is
     */
    record Given(BigDecimal factor, Amount amount, BigDecimal size) implements Form {}

    /** A multiple of a figure of a candidate, which is another amount for each. */
    record OfCandidate(BigDecimal factor, Figure figure) implements Form {}

    /** A fixed number. */
    static Form constant(BigDecimal value) {
        return new Linear(value, List.of());
    }

    /** The number in a slot. */
    static Form slot(int slot) {
        return new Linear(BigDecimal.ZERO, List.of(new Factor(slot, BigDecimal.ONE)));
    }

    /** Whether the number is the same for every task. */
    default boolean isConstant() {
        return this instanceof Linear(var _, var factors) && factors.isEmpty();
    }

    /** The fixed number. */
    default BigDecimal constant() {
        if (this instanceof Linear(var constant, var factors) && factors.isEmpty()) {
            return constant;
        }
        throw new IllegalStateException("not a constant");
    }

    /** A fixed multiple. */
    default Form times(BigDecimal factor) {
        return switch (this) {
            case Linear linear -> linear.multiplied(factor);
            case Sum(var terms) -> new Sum(times(terms, factor));
            case Least(var forms) ->
                factor.signum() < 0 ? new Greatest(times(forms, factor)) : new Least(times(forms, factor));
            case Greatest(var forms) ->
                factor.signum() < 0 ? new Least(times(forms, factor)) : new Greatest(times(forms, factor));
            case Given(var own, var amount, var size) -> new Given(own.multiply(factor), amount, size);
            case OfCandidate(var own, var figure) -> new OfCandidate(own.multiply(factor), figure);
        };
    }

    /** The sum; linear terms become one. */
    static Form sum(List<Form> terms) {
        BigDecimal constant = BigDecimal.ZERO;
        var factors = new TreeMap<Integer, BigDecimal>();
        var others = new ArrayList<Form>();
        for (Form term : terms) {
            if (term instanceof Linear(var termConstant, var termFactors)) {
                constant = constant.add(termConstant);
                termFactors.forEach(factor -> factors.merge(factor.slot, factor.number, BigDecimal::add));
            } else {
                others.add(term);
            }
        }
        var linear = new Linear(constant, nonZero(factors));
        if (others.isEmpty()) {
            return linear;
        }
        if (!linear.factors().isEmpty() || linear.constant().signum() != 0) {
            others.add(linear);
        }
        return others.size() == 1 ? others.getFirst() : new Sum(others);
    }

    private static List<Factor> nonZero(SortedMap<Integer, BigDecimal> factors) {
        var nonZero = new ArrayList<Factor>(factors.size());
        factors.forEach((slot, factor) -> {
            if (factor.signum() != 0) {
                nonZero.add(new Factor(slot, factor));
            }
        });
        return nonZero;
    }

    /** The least of several; of constants, their least. */
    static Form least(List<Form> forms) {
        return forms.stream().allMatch(Form::isConstant)
                ? constant(forms.stream()
                        .map(Form::constant)
                        .min(BigDecimal::compareTo)
                        .orElseThrow())
                : new Least(forms);
    }

    /** The greatest of several; of constants, their greatest. */
    static Form greatest(List<Form> forms) {
        return forms.stream().allMatch(Form::isConstant)
                ? constant(forms.stream()
                        .map(Form::constant)
                        .max(BigDecimal::compareTo)
                        .orElseThrow())
                : new Greatest(forms);
    }

    /** The same number with the figures of one candidate. */
    default Form with(Function<Figure, Amount> figures) {
        return switch (this) {
            case Linear _, Given _ -> this;
            case Sum(var terms) -> new Sum(with(terms, figures));
            case Least(var forms) -> new Least(with(forms, figures));
            case Greatest(var forms) -> new Greatest(with(forms, figures));
            case OfCandidate(var factor, var figure) -> new Given(factor, figures.apply(figure), figure.size());
        };
    }

    /** The figures of a candidate that the number is made of. */
    default Stream<Figure> figures() {
        return switch (this) {
            case Linear _, Given _ -> Stream.empty();
            case Sum(var terms) -> terms.stream().flatMap(Form::figures);
            case Least(var forms) -> forms.stream().flatMap(Form::figures);
            case Greatest(var forms) -> forms.stream().flatMap(Form::figures);
            case OfCandidate(var _, var figure) -> Stream.of(figure);
        };
    }

    /** Whether the catalog's prices or a candidate's figures are part of the number. */
    default boolean isWeighed() {
        return switch (this) {
            case Linear _ -> false;
            case Sum(var terms) -> terms.stream().anyMatch(Form::isWeighed);
            case Least(var forms) -> forms.stream().anyMatch(Form::isWeighed);
            case Greatest(var forms) -> forms.stream().anyMatch(Form::isWeighed);
            case Given _, OfCandidate _ -> true;
        };
    }

    private static List<Form> with(List<Form> forms, Function<Figure, Amount> figures) {
        return forms.stream().map(form -> form.with(figures)).toList();
    }

    private static List<Form> times(List<Form> forms, BigDecimal factor) {
        return forms.stream().map(form -> form.times(factor)).toList();
    }
}
