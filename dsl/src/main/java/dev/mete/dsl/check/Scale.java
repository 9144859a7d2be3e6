package dev.mete.dsl.check;

import dev.mete.engine.check.Range;
import dev.mete.engine.ir.Amount;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import java.util.ArrayList;
import java.util.List;

/** Counts forms in parts of the smallest part of a unit, and slots as a task holds them. What is beyond a {@code long} cannot be counted. */
final class Scale {
    /** Stands for more parts than can be counted. */
    static final long UNCOUNTABLE = 0;

    private final TaskSchema schema;

    /** How many smallest parts make one unit, as a power of ten. */
    private final int power;

    Scale(TaskSchema schema, Unit unit) {
        this.schema = schema;
        this.power = Decimals.power(unit.scale());
    }

    /** How many parts make all numbers of the forms whole, or {@link #UNCOUNTABLE}. */
    long parts(List<Form> forms) {
        try {
            return partsOfAll(forms);
        } catch (ArithmeticException tooMany) {
            return UNCOUNTABLE;
        }
    }

    private long partsOfAll(List<Form> forms) {
        long parts = 1;
        for (Form form : forms) {
            parts = Decimals.commonMultiple(parts, partsOf(form));
        }
        return parts;
    }

    private long partsOf(Form form) {
        return switch (form) {
            case Form.Linear(var constant, var factors) -> {
                long parts = Decimals.denominator(constant, power);
                for (Form.Factor factor : factors) {
                    long own = Decimals.denominator(factor.number(), power(factor.slot()));
                    parts = Decimals.commonMultiple(parts, own);
                }
                yield parts;
            }
            case Form.Sum(var terms) -> partsOfAll(terms);
            case Form.Least(var forms) -> partsOfAll(forms);
            case Form.Greatest(var forms) -> partsOfAll(forms);
            case Form.Given(var factor, var _, var size) -> Decimals.denominator(factor.multiply(size), power);
            case Form.OfCandidate(var factor, var figure) ->
                Decimals.denominator(factor.multiply(figure.size()), power);
        };
    }

    /** Whether no form and no part of one can be beyond a {@code long}, whatever the task. */
    boolean fits(List<Form> forms, long parts) {
        try {
            return largest(forms, parts) >= 0;
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    private long largest(List<Form> forms, long parts) {
        long largest = 0;
        for (Form form : forms) {
            largest = Math.max(largest, largest(form, parts));
        }
        return largest;
    }

    /** The furthest from zero that a form or a part of it can be. */
    private long largest(Form form, long parts) {
        return switch (form) {
            case Form.Linear(var constant, var factors) -> {
                long sum = Math.absExact(Decimals.whole(constant, power, parts));
                for (Form.Factor factor : factors) {
                    long whole = Decimals.whole(factor.number(), power(factor.slot()), parts);
                    long furthest = furthest(type(factor.slot()));
                    sum = Math.addExact(sum, Math.multiplyExact(Math.absExact(whole), furthest));
                }
                yield sum;
            }
            case Form.Sum(var terms) -> {
                long sum = 0;
                for (Form term : terms) {
                    sum = Math.addExact(sum, largest(term, parts));
                }
                yield sum;
            }
            case Form.Least(var forms) -> largest(forms, parts);
            case Form.Greatest(var forms) -> largest(forms, parts);
            case Form.Given(var factor, var amount, var size) -> {
                long whole = Decimals.whole(factor.multiply(size), power, parts);
                yield Math.multiplyExact(Math.absExact(whole), furthest(amount));
            }
            case Form.OfCandidate _ -> throw new ArithmeticException("not known before there is a candidate");
        };
    }

    /** Whether the numbers that the forms are made of are no more than a {@code long}, whatever the amounts that they multiply. */
    boolean areNumbersWithin(List<Form> forms, long parts) {
        try {
            return amounts(forms, parts).size() == forms.size();
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    /** The forms in whole numbers of parts, which are known to be within a {@code long}. */
    List<Amount> amounts(List<Form> forms, long parts) {
        var amounts = new ArrayList<Amount>(forms.size());
        for (Form form : forms) {
            amounts.add(amount(form, parts));
        }
        return amounts;
    }

    private Amount amount(Form form, long parts) {
        return switch (form) {
            case Form.Linear linear -> linear(linear, parts);
            case Form.Sum(var terms) -> new Amount.Sum(amounts(terms, parts));
            case Form.Least(var forms) -> new Amount.Least(amounts(forms, parts));
            case Form.Greatest(var forms) -> new Amount.Greatest(amounts(forms, parts));
            case Form.Given(var factor, var amount, var size) ->
                new Amount.Times(Decimals.whole(factor.multiply(size), power, parts), amount);
            // What stands in for the figure does not matter before there is a candidate, but its factor has to be
            // within a long.
            case Form.OfCandidate(var factor, var figure) ->
                new Amount.Times(Decimals.whole(factor.multiply(figure.size()), power, parts), new Amount.Fixed(0));
        };
    }

    private Amount linear(Form.Linear linear, long parts) {
        long constant = Decimals.whole(linear.constant(), power, parts);
        if (linear.factors().isEmpty()) {
            return new Amount.Fixed(constant);
        }
        var terms = new ArrayList<Amount>(linear.factors().size() + 1);
        for (Form.Factor factor : linear.factors()) {
            long whole = Decimals.whole(factor.number(), power(factor.slot()), parts);
            var slot = new Amount.Slot(factor.slot());
            terms.add(whole == 1 ? slot : new Amount.Times(whole, slot));
        }
        if (constant != 0) {
            terms.add(new Amount.Fixed(constant));
        }
        return terms.size() == 1 ? terms.getFirst() : new Amount.Sum(terms);
    }

    /** What a factor of a slot is shifted by, since slots count in smallest parts as well. */
    private int power(int slot) {
        return power - Decimals.power(type(slot).unit().scale());
    }

    private FeatureType.Quantity type(int slot) {
        if (schema.feature(slot).type() instanceof FeatureType.Quantity quantity) {
            return quantity;
        }
        throw new IllegalStateException(schema.feature(slot).name() + " is no quantity");
    }

    private static long furthest(FeatureType.Quantity type) {
        return Math.max(Math.absExact(type.least()), Math.absExact(type.most()));
    }

    private long furthest(Amount amount) {
        var range = Range.of(amount, schema);
        return range.least().abs().max(range.most().abs()).longValueExact();
    }
}
