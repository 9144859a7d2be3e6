package dev.mete.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/** Tasks of about 300 bytes for the shipped policy of a coding assistant, the same ones each time. */
final class CodingTasks {
    /** The policy that they are for. */
    static final String POLICY = "coding-assistant";

    private static final long SEED = 20_261_122;
    private static final List<String> TYPES = List.of(
            "summarization",
            "chat",
            "code_generation",
            "code_review",
            "refactoring",
            "debugging",
            "agentic",
            "planning");
    private static final List<String> TIERS = List.of("free", "pro", "enterprise");
    private static final List<String> SURFACES = List.of("editor", "chat", "pull_request", "pipeline");
    private static final List<String> REPOSITORIES = List.of("payments/ledger", "web-shop", "edge-infra", "mobile-app");

    private CodingTasks() {}

    /** So many tasks, each as a JSON object. */
    static List<byte[]> of(int count) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        return Stream.generate(() -> task(random).getBytes(StandardCharsets.UTF_8))
                .limit(count)
                .toList();
    }

    private static String task(RandomGenerator random) {
        return """
                {"type":"%s","error_cost_usd":%d,"latency_tolerance_ms":%d,"input_tokens":%d,"output_tokens":%d,\
                "customer_tier":"%s","surface":"%s","repository":"%s","languages":["java","sql"],"changed_files":%d,\
                "reproduced":%b,"covered_percent":%d,"budget_left_usd":%d}""".formatted(
                        one(TYPES, random),
                        1 + random.nextInt(200),
                        1_000 * (5 + random.nextInt(180)),
                        500 + random.nextInt(40_000),
                        50 + random.nextInt(3_000),
                        one(TIERS, random),
                        one(SURFACES, random),
                        one(REPOSITORIES, random),
                        1 + random.nextInt(60),
                        random.nextBoolean(),
                        random.nextInt(101),
                        100 + random.nextInt(900));
    }

    private static String one(List<String> words, RandomGenerator random) {
        return words.get(random.nextInt(words.size()));
    }
}
