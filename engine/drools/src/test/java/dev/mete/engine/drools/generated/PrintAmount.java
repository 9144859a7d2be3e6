package dev.mete.engine.drools.generated;

import dev.mete.engine.ir.Amount;
import dev.mete.engine.ir.Quantity;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntFunction;

/** Writes amounts as constraints and consequences of DRL have them. */
final class PrintAmount {
    private final Unit unit;
    private final IntFunction<String> read;
    private final boolean isJava;

    private PrintAmount(Unit unit, IntFunction<String> read, boolean isJava) {
        this.unit = unit;
        this.read = read;
        this.isJava = isJava;
    }

    static String inConstraint(Amount amount, Unit unit) {
        return new PrintAmount(unit, slot -> field(Draw.feature(slot)), false).text(amount);
    }

    static String quantity(Quantity quantity, Unit unit) {
        String numerator = new PrintAmount(unit, slot -> "$task.get" + capital(field(Draw.feature(slot))) + "()", true)
                .text(quantity.numerator());
        return quantity.divisor() == 1 ? numerator : "Math.floorDiv(" + numerator + ", " + quantity.divisor() + ")";
    }

    /** The field of a feature. */
    static String field(Feature feature) {
        var words = List.of(feature.jsonName().split("_"));
        return words.getFirst()
                + words.stream().skip(1).map(PrintAmount::capital).reduce("", String::concat);
    }

    static boolean reads(Amount amount) {
        return switch (amount) {
            case Amount.Fixed _ -> false;
            case Amount.Slot _ -> true;
            case Amount.Sum(var terms) -> terms.stream().anyMatch(PrintAmount::reads);
            case Amount.Times(var _, var part) -> reads(part);
            case Amount.Least(var parts) -> parts.stream().anyMatch(PrintAmount::reads);
            case Amount.Greatest(var parts) -> parts.stream().anyMatch(PrintAmount::reads);
            case Amount.Case _ -> true;
        };
    }

    /** The value of an amount that reads nothing. */
    static long value(Amount amount) {
        return switch (amount) {
            case Amount.Fixed(long number) -> number;
            case Amount.Slot _ -> throw new IllegalArgumentException("reads " + amount);
            case Amount.Sum(var terms) ->
                terms.stream().mapToLong(PrintAmount::value).sum();
            case Amount.Times(long factor, var part) -> factor * value(part);
            case Amount.Least(var parts) ->
                parts.stream().mapToLong(PrintAmount::value).min().orElseThrow();
            case Amount.Greatest(var parts) ->
                parts.stream().mapToLong(PrintAmount::value).max().orElseThrow();
            case Amount.Case _ -> throw new IllegalArgumentException("reads " + amount);
        };
    }

    private String text(Amount amount) {
        if (!reads(amount)) {
            return number(value(amount));
        }
        return switch (amount) {
            case Amount.Fixed(long number) -> number(number);
            case Amount.Slot(int slot) -> read.apply(slot);
            case Amount.Sum(var terms) -> sum(terms);
            case Amount.Times(long factor, var part) -> factor + " * " + text(part);
            case Amount.Least(var parts) -> extreme("min", parts);
            case Amount.Greatest(var parts) -> extreme("max", parts);
            case Amount.Case _ -> throw new IllegalArgumentException("no words for " + amount);
        };
    }

    /** Constants come first and as one number, since rules may not add decimals. */
    private String sum(List<Amount> terms) {
        long constant = terms.stream()
                .filter(term -> !reads(term))
                .mapToLong(PrintAmount::value)
                .sum();
        return terms.stream()
                .filter(PrintAmount::reads)
                .map(this::text)
                .reduce(number(constant), (a, b) -> "(" + a + " + " + b + ")");
    }

    private String extreme(String function, List<Amount> parts) {
        return parts.stream()
                .map(this::text)
                .reduce((a, b) -> "Math." + function + "(" + a + ", " + b + ")")
                .orElseThrow();
    }

    private String number(long parts) {
        String text = unit.inUnits(parts).stripTrailingZeros().toPlainString();
        boolean isWide = isJava && new BigDecimal(text).abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0;
        return isWide ? text + "L" : text;
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    static Unit unit(Amount amount) {
        return switch (amount) {
            case Amount.Slot(int slot)
            when Draw.feature(slot).type() instanceof FeatureType.Quantity quantity -> quantity.unit();
            case Amount.Fixed _, Amount.Slot _ -> throw new IllegalArgumentException("no unit in " + amount);
            case Amount.Sum(var terms) -> unit(terms);
            case Amount.Times(var _, var part) -> unit(part);
            case Amount.Least(var parts) -> unit(parts);
            case Amount.Greatest(var parts) -> unit(parts);
            case Amount.Case(var _, var otherwise) -> unit(List.of(otherwise));
        };
    }

    private static Unit unit(List<Amount> parts) {
        return unit(parts.stream().filter(PrintAmount::reads).findFirst().orElseThrow());
    }
}
