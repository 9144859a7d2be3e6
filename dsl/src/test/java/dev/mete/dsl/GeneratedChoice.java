package dev.mete.dsl;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A choice among plans made at random, as its text and as what it means. The meaning is worked out on plain decimals from the figures of
 * {@link GeneratedFigures}, far from how the product does it. Money is in dollars, time in milliseconds, shares in percentage points.
 */
record GeneratedChoice(Goal goal, List<GeneratedFigures> candidates, List<Waiting> waiting, Where where) {
    private static final int MOST_DEPTH = 3;

    /** What the plans are compared by. */
    enum Goal {
        BEST,
        CHEAPEST,
        FASTEST
    }

    /** A task. */
    record Facts(
            BigDecimal errorCost,
            long tolerance,
            long input,
            long cached,
            long output,
            String previous,
            boolean stream) {
        static Facts random(Random random, List<GeneratedFigures> candidates) {
            var models = Stream.concat(
                            Stream.of("", "acme/other"), candidates.stream().map(GeneratedFigures::model))
                    .toList();
            return new Facts(
                    BigDecimal.valueOf(random.nextInt(4) == 0 ? 0 : random.nextInt(100_000), 2),
                    random.nextInt(600) * 100L,
                    random.nextInt(21) * 500L,
                    random.nextInt(21) * 500L,
                    1 + random.nextInt(2_000),
                    pick(random, models),
                    random.nextBoolean());
        }
    }

    /** What a second of waiting costs, in streams alone or everywhere. */
    record Waiting(BigDecimal perSecond, boolean inStreams) {
        String text() {
            return "waiting costs $" + perSecond.toPlainString() + " per second" + (inStreams ? " when stream" : "");
        }
    }

    /** A task and one of the plans for it. */
    record Pair(Facts facts, GeneratedFigures plan) {}

    /** A condition. */
    record Where(String text, Predicate<Pair> holds) {}

    /** An amount. */
    private record Num(String text, Function<Pair, BigDecimal> value) {}

    /** What an amount is measured in. */
    private enum Of {
        MONEY,
        TIME,
        SHARE
    }

    static GeneratedChoice random(Random random) {
        var candidates = IntStream.range(0, 2 + random.nextInt(3))
                .mapToObj(i -> GeneratedFigures.random(random, "m" + i))
                .toList();
        var waiting = IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> new Waiting(BigDecimal.valueOf(random.nextInt(50), 3), random.nextBoolean()))
                .toList();
        return new GeneratedChoice(
                pick(random, List.of(Goal.values())), candidates, waiting, where(random, MOST_DEPTH));
    }

    String text() {
        return Stream.of(
                        Stream.of("policy sample", "models {"),
                        candidates.stream().map(plan -> "  " + plan.alias() + " = \"" + plan.model() + "\""),
                        Stream.of(
                                "}",
                                "features {",
                                "  error_cost : money up to $10_000",
                                "  latency_tolerance : duration up to 1h",
                                "  input_tokens : tokens up to 100_000",
                                "  output_tokens : tokens from 1 up to 10_000",
                                "  cached_tokens : tokens up to 100_000 = 0",
                                "}"),
                        waiting.stream().map(Waiting::text),
                        Stream.of("otherwise " + goal.name().toLowerCase(Locale.ROOT) + " of"),
                        candidates.stream().map(plan -> "  " + plan.alias() + ", effort low, cap 60_000"),
                        Stream.of("where " + where.text()))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** How many of the plans satisfy the condition. */
    int qualified(Facts facts) {
        return (int) candidates.stream()
                .filter(plan -> where.holds().test(new Pair(facts, plan)))
                .count();
    }

    /** The first of the least plans that satisfy the condition; where none does, the first. */
    GeneratedFigures chosen(Facts facts) {
        GeneratedFigures best = null;
        for (GeneratedFigures plan : candidates) {
            boolean isIn = where.holds().test(new Pair(facts, plan));
            if (isIn && (best == null || value(facts, plan).compareTo(value(facts, best)) < 0)) {
                best = plan;
            }
        }
        return best == null ? candidates.getFirst() : best;
    }

    private BigDecimal value(Facts facts, GeneratedFigures plan) {
        return switch (goal) {
            case CHEAPEST -> plan.cost(facts);
            case FASTEST -> plan.slowLatency(facts);
            case BEST ->
                plan.cost(facts)
                        .add(waiting(facts).multiply(plan.latency(facts)).movePointLeft(3))
                        .add(facts.errorCost().multiply(plan.errors()).movePointLeft(2));
        };
    }

    private BigDecimal waiting(Facts facts) {
        return waiting.stream()
                .filter(line -> facts.stream() || !line.inStreams())
                .map(Waiting::perSecond)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static Where where(Random random, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(5)) {
            case 0, 1 -> compared(random);
            case 2 -> joined(random, depth, " and ");
            case 3 -> joined(random, depth, " or ");
            default -> {
                Where part = where(random, depth - 1);
                yield new Where("not (" + part.text() + ")", part.holds().negate());
            }
        };
    }

    private static Where joined(Random random, int depth, String word) {
        Where left = where(random, depth - 1);
        Where right = where(random, depth - 1);
        return new Where(
                "(" + left.text() + ")" + word + "(" + right.text() + ")",
                word.equals(" and ")
                        ? left.holds().and(right.holds())
                        : left.holds().or(right.holds()));
    }

    private static Where compared(Random random) {
        Of of = pick(random, List.of(Of.values()));
        Num figure = figure(of);
        Num left = random.nextInt(3) == 0
                ? times(random, figure)
                : random.nextInt(2) == 0 ? sum(random, of, figure) : figure;
        Num right = random.nextInt(5) == 0 ? sum(random, of, times(random, figure)) : amount(random, of);
        return switch (random.nextInt(6)) {
            case 0 -> compared(left, "=", right, sign -> sign == 0);
            case 1 -> compared(left, "!=", right, sign -> sign != 0);
            case 2 -> compared(left, "<", right, sign -> sign < 0);
            case 3 -> compared(left, "<=", right, sign -> sign <= 0);
            case 4 -> compared(left, ">", right, sign -> sign > 0);
            default -> compared(left, ">=", right, sign -> sign >= 0);
        };
    }

    private static Where compared(Num left, String sign, Num right, IntFunction<Boolean> isMet) {
        return new Where(
                left.text() + " " + sign + " " + right.text(),
                pair -> isMet.apply(
                        left.value().apply(pair).compareTo(right.value().apply(pair))));
    }

    private static Num figure(Of of) {
        return switch (of) {
            case MONEY -> new Num("cost", pair -> pair.plan().cost(pair.facts()));
            case TIME -> new Num("latency", pair -> pair.plan().slowLatency(pair.facts()));
            case SHARE -> new Num("p_error", pair -> pair.plan().errors());
        };
    }

    /** A constant, a feature, or several of them. */
    private static Num amount(Random random, Of of) {
        return switch (random.nextInt(5)) {
            case 0 -> feature(random, of);
            case 1 -> sum(random, of, feature(random, of));
            case 2 -> extreme(random, of, "min");
            case 3 -> extreme(random, of, "max");
            default -> constant(random, of);
        };
    }

    private static Num extreme(Random random, Of of, String word) {
        Num left = feature(random, of);
        Num right = random.nextBoolean() ? figure(of) : constant(random, of);
        return new Num(
                word + "(" + left.text() + ", " + right.text() + ")",
                pair -> word.equals("min")
                        ? left.value().apply(pair).min(right.value().apply(pair))
                        : left.value().apply(pair).max(right.value().apply(pair)));
    }

    private static Num sum(Random random, Of of, Num left) {
        Num right = constant(random, of);
        return random.nextBoolean()
                ? new Num(
                        left.text() + " + " + right.text(),
                        pair -> left.value().apply(pair).add(right.value().apply(pair)))
                : new Num(
                        left.text() + " - " + right.text(),
                        pair -> left.value().apply(pair).subtract(right.value().apply(pair)));
    }

    private static Num times(Random random, Num num) {
        BigDecimal factor = BigDecimal.valueOf(1 + random.nextInt(300), 2);
        return new Num(
                factor.toPlainString() + " * " + num.text(),
                pair -> num.value().apply(pair).multiply(factor));
    }

    /** A feature of the unit, or a multiple of another one that has it. */
    private static Num feature(Random random, Of of) {
        boolean isOwn = random.nextBoolean();
        return switch (of) {
            case MONEY ->
                isOwn
                        ? new Num(
                                "0.1% * error_cost",
                                pair -> pair.facts().errorCost().movePointLeft(3))
                        : new Num(
                                "$0.00002 * output_tokens",
                                pair -> BigDecimal.valueOf(2 * pair.facts().output(), 5));
            case TIME ->
                isOwn
                        ? new Num(
                                "latency_tolerance",
                                pair -> BigDecimal.valueOf(pair.facts().tolerance()))
                        : new Num(
                                "30ms * output_tokens",
                                pair -> BigDecimal.valueOf(30 * pair.facts().output()));
            case SHARE -> constant(random, of);
        };
    }

    private static Num constant(Random random, Of of) {
        return switch (of) {
            case MONEY -> {
                BigDecimal dollars = BigDecimal.valueOf(random.nextInt(2_000), 4);
                yield new Num("$" + dollars.toPlainString(), _ -> dollars);
            }
            case TIME -> {
                BigDecimal millis = BigDecimal.valueOf(random.nextInt(400) * 100L);
                yield new Num(millis.toPlainString() + "ms", _ -> millis);
            }
            case SHARE -> {
                BigDecimal points = BigDecimal.valueOf(random.nextInt(2_000), 2);
                yield new Num(points.toPlainString() + "%", _ -> points);
            }
        };
    }

    static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
