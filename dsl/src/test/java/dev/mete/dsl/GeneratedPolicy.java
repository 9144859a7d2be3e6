package dev.mete.dsl;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A policy made at random, as its text and as what it means. The meaning is worked out on plain decimals, far from how the product does it.
 *
 * @param lets conditions by name, which is their position
 * @param buckets conditions of the lines {@code use} and {@code avoid}; {@code maybe} is the rest
 */
record GeneratedPolicy(List<Cond> lets, List<Cond> buckets, List<Cond> rules, List<Num> caps) {
    static final String FEATURES = """
            features {
              error_cost : money up to $10_000
              latency_tolerance : duration up to 1h
              input_tokens : tokens up to 10_000
              output_tokens : tokens from 1 up to 5_000
              score : number from -100 to 100
              risk : percent up to 100%
              tier : free < pro < enterprise
              region : one of eu, us, asia
            }
            """;
    private static final List<String> TIERS = List.of("free", "pro", "enterprise");
    private static final List<String> REGIONS = List.of("eu", "us", "asia");
    private static final List<String> TEXTS = List.of("", "a", "ab", "abc", "b\\c \"q\"", "ü");
    private static final List<String> SIGNS = List.of("=", "!=", "<", "<=", ">", ">=");

    /** A task: money in dollars, time in milliseconds. */
    record Facts(
            BigDecimal cost,
            long latency,
            long input,
            long output,
            BigDecimal score,
            BigDecimal risk,
            int tier,
            int region,
            boolean stream,
            String tenant,
            List<String> tags) {
        static Facts random(Random random) {
            return new Facts(
                    new BigDecimal(random.nextInt(20) * 50)
                            .add(new BigDecimal("0.000000001").multiply(new BigDecimal(random.nextInt(3)))),
                    random.nextInt(40) * 500L,
                    random.nextInt(50) * 100L,
                    1 + random.nextInt(50) * 20L,
                    new BigDecimal(random.nextInt(41) - 20).movePointLeft(1),
                    new BigDecimal(random.nextInt(21) * 5),
                    random.nextInt(3),
                    random.nextInt(3),
                    random.nextBoolean(),
                    pick(random, TEXTS),
                    IntStream.range(0, random.nextInt(3))
                            .mapToObj(i -> pick(random, TEXTS))
                            .toList());
        }
    }

    /** A unit of amounts, with how its constants are written. */
    private enum Of {
        MONEY,
        TIME,
        TOKENS,
        SCORE,
        RISK;

        String constant(BigDecimal value) {
            return switch (this) {
                case MONEY -> "$" + value.toPlainString();
                case TIME -> value.toPlainString() + "ms";
                case TOKENS, SCORE -> value.toPlainString();
                case RISK -> value.toPlainString() + "%";
            };
        }
    }

    /** An amount: its text and its value, in dollars, milliseconds, tokens or points. */
    record Num(String text, Function<Facts, BigDecimal> value) {}

    /** A condition: its text, and whether it holds in a bucket. */
    record Cond(String text, BiPredicate<Facts, String> holds) {
        /** A condition about the task alone. */
        static Cond of(String text, Predicate<Facts> holds) {
            return new Cond(text, (facts, bucket) -> holds.test(facts));
        }
    }

    static GeneratedPolicy random(Random random) {
        var lets = new ArrayList<Cond>();
        for (int i = 0; i < random.nextInt(4); i++) {
            lets.add(condition(random, 2, lets, false));
        }
        var buckets = many(2, i -> condition(random, 2, lets, false));
        var rules = many(1 + random.nextInt(5), i -> condition(random, 3, lets, true));
        var caps = many(rules.size() + 1, i -> amount(random, Of.TOKENS, 2));
        return new GeneratedPolicy(lets, buckets, rules, caps);
    }

    /** The text of the whole policy. */
    String text() {
        var text = new StringBuilder(Policies.START).append(FEATURES);
        for (int i = 0; i < lets.size(); i++) {
            text.append("let let")
                    .append(i)
                    .append(" = ")
                    .append(lets.get(i).text())
                    .append('\n');
        }
        text.append("bucket use when ").append(buckets.get(0).text()).append('\n');
        text.append("bucket avoid when ").append(buckets.get(1).text()).append("\nbucket maybe otherwise\n");
        for (int i = 0; i < rules.size(); i++) {
            text.append("rule \"")
                    .append(i)
                    .append("\" when ")
                    .append(rules.get(i).text());
            text.append(" then plain, effort none, cap ").append(cap(i)).append('\n');
        }
        return text.append("otherwise plain, effort none, cap ")
                .append(cap(rules.size()))
                .append('\n')
                .toString();
    }

    private String cap(int rule) {
        return "max(min(" + caps.get(rule).text() + ", 30_000), 1)";
    }

    String bucket(Facts facts) {
        if (buckets.get(0).holds().test(facts, "")) {
            return "use";
        }
        return buckets.get(1).holds().test(facts, "") ? "avoid" : "maybe";
    }

    String rule(Facts facts) {
        String bucket = bucket(facts);
        return IntStream.range(0, rules.size())
                .filter(i -> rules.get(i).holds().test(facts, bucket))
                .mapToObj(Integer::toString)
                .findFirst()
                .orElse("otherwise");
    }

    /** The cap, rounded down. */
    long cap(Facts facts) {
        String rule = rule(facts);
        int index = rule.equals("otherwise") ? rules.size() : Integer.parseInt(rule);
        BigDecimal cap =
                caps.get(index).value().apply(facts).min(new BigDecimal(30_000)).max(BigDecimal.ONE);
        return cap.setScale(0, RoundingMode.FLOOR).longValueExact();
    }

    private static Cond condition(Random random, int depth, List<Cond> lets, boolean asksBucket) {
        int kind = depth == 0 ? 4 + random.nextInt(7) : random.nextInt(11);
        return switch (kind) {
            case 0 -> join(random, depth, lets, asksBucket, " and ", true);
            case 1 -> join(random, depth, lets, asksBucket, " or ", false);
            case 2 -> {
                Cond part = condition(random, depth - 1, lets, asksBucket);
                yield new Cond("not (" + part.text() + ")", part.holds().negate());
            }
            case 3 -> lets.isEmpty() ? closed(random) : let(random, lets);
            case 4 -> closed(random);
            case 5 -> text(random);
            case 6 -> random.nextBoolean() ? flag(random) : member(random);
            case 7 -> asksBucket ? bucketIs(random) : closed(random);
            default -> compared(random);
        };
    }

    private static Cond join(
            Random random, int depth, List<Cond> lets, boolean asksBucket, String word, boolean isAnd) {
        var parts = many(2 + random.nextInt(2), i -> condition(random, depth - 1, lets, asksBucket));
        String text = parts.stream().map(part -> "(" + part.text() + ")").collect(Collectors.joining(word));
        return new Cond(
                text,
                (facts, bucket) -> isAnd
                        ? parts.stream().allMatch(part -> part.holds().test(facts, bucket))
                        : parts.stream().anyMatch(part -> part.holds().test(facts, bucket)));
    }

    private static Cond let(Random random, List<Cond> lets) {
        int index = random.nextInt(lets.size());
        return new Cond("let" + index, lets.get(index).holds());
    }

    private static Cond closed(Random random) {
        if (random.nextBoolean()) {
            String sign = pick(random, SIGNS);
            int tier = random.nextInt(3);
            return Cond.of("tier " + sign + " " + TIERS.get(tier), facts -> holds(facts.tier() - tier, sign));
        }
        var chosen = many(1 + random.nextInt(2), i -> pick(random, REGIONS));
        boolean not = random.nextBoolean();
        String text = "region " + (not ? "not " : "") + "in [" + String.join(", ", chosen) + "]";
        return Cond.of(text, facts -> not != chosen.contains(REGIONS.get(facts.region())));
    }

    private static Cond text(Random random) {
        String part = pick(random, TEXTS);
        return switch (random.nextInt(4)) {
            case 0 ->
                Cond.of("tenant = " + quoted(part), facts -> facts.tenant().equals(part));
            case 1 ->
                Cond.of(
                        "tenant starts with " + quoted(part),
                        facts -> facts.tenant().startsWith(part));
            case 2 ->
                Cond.of(
                        "tenant ends with " + quoted(part),
                        facts -> facts.tenant().endsWith(part));
            default ->
                Cond.of(
                        "tenant contains " + quoted(part),
                        facts -> facts.tenant().contains(part));
        };
    }

    private static Cond flag(Random random) {
        return random.nextBoolean()
                ? Cond.of("stream", facts -> facts.stream())
                : Cond.of("stream is false", facts -> !facts.stream());
    }

    private static Cond member(Random random) {
        String member = pick(random, TEXTS);
        return Cond.of(quoted(member) + " in tags", facts -> facts.tags().contains(member));
    }

    private static Cond bucketIs(Random random) {
        String wanted = pick(random, List.of("use", "maybe", "avoid"));
        return random.nextBoolean()
                ? new Cond("bucket is " + wanted, (facts, bucket) -> bucket.equals(wanted))
                : new Cond("bucket is not " + wanted, (facts, bucket) -> !bucket.equals(wanted));
    }

    private static Cond compared(Random random) {
        Of unit = pick(random, List.of(Of.values()));
        Num left = amount(random, unit, 2);
        Num right = amount(random, unit, 1);
        String sign = pick(random, SIGNS);
        return Cond.of(
                left.text() + " " + sign + " " + right.text(),
                facts -> holds(left.value().apply(facts).compareTo(right.value().apply(facts)), sign));
    }

    private static Num amount(Random random, Of unit, int depth) {
        return switch (depth == 0 ? random.nextInt(2) : random.nextInt(6)) {
            case 0 -> constant(random, unit);
            case 1 -> feature(unit);
            case 2 -> sum(random, unit, depth);
            case 3 -> multiple(random, unit, depth);
            case 4 -> extreme(random, unit, depth, true);
            default -> extreme(random, unit, depth, false);
        };
    }

    private static Num constant(Random random, Of unit) {
        var value = new BigDecimal(random.nextInt(400))
                .movePointLeft(random.nextInt(2))
                .multiply(new BigDecimal(random.nextInt(20)));
        BigDecimal bounded = unit == Of.RISK ? value.min(new BigDecimal(1_000)) : value;
        return new Num(unit.constant(bounded), facts -> bounded);
    }

    private static Num feature(Of unit) {
        return switch (unit) {
            case MONEY -> new Num("error_cost", Facts::cost);
            case TIME -> new Num("latency_tolerance", facts -> new BigDecimal(facts.latency()));
            case TOKENS -> new Num("input_tokens", facts -> new BigDecimal(facts.input()));
            case SCORE -> new Num("score", Facts::score);
            case RISK -> new Num("risk", Facts::risk);
        };
    }

    private static Num sum(Random random, Of unit, int depth) {
        Num left = amount(random, unit, depth - 1);
        Num right = amount(random, unit, depth - 1);
        return random.nextBoolean()
                ? new Num(
                        left.text() + " + " + right.text(),
                        facts -> left.value().apply(facts).add(right.value().apply(facts)))
                : new Num(
                        left.text() + " - (" + right.text() + ")",
                        facts ->
                                left.value().apply(facts).subtract(right.value().apply(facts)));
    }

    private static Num multiple(Random random, Of unit, int depth) {
        Num part = amount(random, unit, depth - 1);
        if (unit != Of.RISK && unit != Of.TOKENS && unit != Of.SCORE && random.nextBoolean()) {
            var percent = new BigDecimal(random.nextInt(200));
            return new Num(
                    percent + "% * (" + part.text() + ")",
                    facts -> part.value().apply(facts).multiply(percent).movePointLeft(2));
        }
        var factor = new BigDecimal(random.nextInt(80)).movePointLeft(random.nextInt(3));
        return new Num(
                "(" + part.text() + ") * " + factor.toPlainString(),
                facts -> part.value().apply(facts).multiply(factor));
    }

    private static Num extreme(Random random, Of unit, int depth, boolean least) {
        var parts = many(1 + random.nextInt(3), i -> amount(random, unit, depth - 1));
        String text = parts.stream().map(Num::text).collect(Collectors.joining(", ", least ? "min(" : "max(", ")"));
        return new Num(
                text,
                facts -> parts.stream()
                        .map(part -> part.value().apply(facts))
                        .reduce(least ? BigDecimal::min : BigDecimal::max)
                        .orElseThrow());
    }

    private static boolean holds(int difference, String sign) {
        return switch (sign) {
            case "=" -> difference == 0;
            case "!=" -> difference != 0;
            case "<" -> difference < 0;
            case "<=" -> difference <= 0;
            case ">" -> difference > 0;
            default -> difference >= 0;
        };
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static <T> List<T> many(int count, IntFunction<T> make) {
        return IntStream.range(0, count).mapToObj(make).toList();
    }
}
