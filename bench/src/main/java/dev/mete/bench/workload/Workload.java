package dev.mete.bench.workload;

import dev.mete.bench.workload.GeneratedRule.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How rules are generated. A seed always gives the same policy. Ranges are chosen so narrow that every task meets few rules of the policy, however
 * many there are: the deciding rules are spread over the whole length, and a fifth to a quarter of the tasks meets none.
 */
public enum Workload {
    /** Most rules test the tenant or the kind of work, and one to three numeric ranges. */
    TENANT,
    /** Rules test three or four numeric ranges and nothing else: there is no equality to split on. */
    BOX;

    /** The rules that a task meets on average. */
    private static final double MET = 1.5;

    static final List<String> TYPES = List.of(
            "summarization",
            "extraction",
            "classification",
            "rewriting",
            "translation",
            "closed_qa",
            "chat",
            "code_completion",
            "code_generation",
            "code_review",
            "debugging",
            "refactoring",
            "sql",
            "math",
            "planning",
            "agentic");

    /** A policy with this many rules. */
    public GeneratedPolicy policy(int size, long seed) {
        var random = random(seed);
        var rules = new ArrayList<GeneratedRule>();
        for (int i = 0; i < size; i++) {
            rules.add(rule("rule " + i, size, random));
        }
        return new GeneratedPolicy(rules, tenants(size), seed);
    }

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** How many tenants there are: about eight rules for each. */
    private static int tenants(int size) {
        return Math.max(5, size / 8);
    }

    private GeneratedRule rule(String name, int size, RandomGenerator random) {
        double share = MET / size;
        Ask ask = Ask.ALL.get(random.nextInt(Ask.ALL.size()));
        if (this == BOX) {
            return new GeneratedRule(name, null, null, ranges(3 + random.nextInt(2), share, random), ask);
        }
        int kind = random.nextInt(10);
        int dimensions = 1 + random.nextInt(3);
        if (kind < 5) {
            String tenant = "tenant-" + random.nextInt(tenants(size));
            return new GeneratedRule(name, null, tenant, ranges(dimensions, share * tenants(size), random), ask);
        }
        if (kind < 9) {
            String type = TYPES.get(random.nextInt(TYPES.size()));
            return new GeneratedRule(name, type, null, ranges(dimensions, share * TYPES.size(), random), ask);
        }
        return new GeneratedRule(name, null, null, ranges(3, share, random), ask);
    }

    /** Ranges over different axes that a share of the tasks is within. */
    private static List<Range> ranges(int dimensions, double share, RandomGenerator random) {
        var axes = new ArrayList<>(EnumSet.allOf(Axis.class));
        Collections.shuffle(axes, java.util.Random.from(random));
        double width = Math.pow(Math.min(share, 0.9), 1.0 / dimensions);
        return axes.subList(0, dimensions).stream()
                .map(axis -> range(axis, width * (0.8 + 0.4 * random.nextDouble()), random))
                .toList();
    }

    private static Range range(Axis axis, double share, RandomGenerator random) {
        int width = Math.clamp(Math.round(share * axis.size()), 1, axis.size() - 1);
        return switch (random.nextInt(4)) {
            case 0 -> new Range(axis, 0, width);
            case 1 -> new Range(axis, axis.size() - width, axis.size());
            default -> {
                int least = 1 + random.nextInt(axis.size() - width);
                yield new Range(axis, least, least + width);
            }
        };
    }
}
