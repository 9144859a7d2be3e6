package dev.mete.bench.workload;

import dev.mete.dsl.MeteLanguage;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.load.Loading;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.PolicySource;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A generated policy in the forms that it is measured in. Immutable. */
public final class GeneratedPolicy {
    /** The policy's name in every language. */
    static final String NAME = "generated";

    private final List<GeneratedRule> rules;
    private final int tenants;
    private final long seed;

    GeneratedPolicy(List<GeneratedRule> rules, int tenants, long seed) {
        this.rules = List.copyOf(rules);
        this.tenants = tenants;
        this.seed = seed;
    }

    List<GeneratedRule> rules() {
        return rules;
    }

    /** The rules in order, for other engines. */
    public List<PeerRule> peerRules() {
        return IntStream.range(0, rules.size())
                .mapToObj(place -> PeerRule.of(place, rules.get(place)))
                .toList();
    }

    /** The name of the rule at a position, as decisions give it. */
    public String ruleName(int position) {
        return position < rules.size() ? rules.get(position).name() : "otherwise";
    }

    /**
     * The text of the policy.
     *
     * @param ending the language's, {@code mete} or {@code drl}
     */
    public String text(String ending) {
        return switch (ending) {
            case "mete" -> new MeteText(rules).toString();
            case "drl" -> new DrlText(rules).toString();
            default -> throw new IllegalArgumentException("no policy is generated in " + ending);
        };
    }

    /** The policy, read from its text in a language and decided by an engine; the caller closes it. */
    public CompiledPolicy compiled(String ending, String engine) {
        return compile(text(ending), ending, engine);
    }

    /** The policy as the straightforward evaluator decides it, which is what it means. */
    public CompiledPolicy evaluator() {
        return evaluated(text("mete"), Models.catalog());
    }

    /** A text without errors as the evaluator decides it. */
    public static CompiledPolicy evaluated(String text, Catalog catalog) {
        var source = PolicySource.of(Source.of("policy.mete", text));
        return switch (new MeteLanguage().read(source, catalog)) {
            case Compilation.Lowered lowered -> new Evaluator(lowered.ir(), "evaluator");
            case Compilation.Opaque _, Compilation.Failed _ ->
                throw new IllegalStateException("the policy is not read");
        };
    }

    /** Compiles a text that must be without errors; the caller closes the policy. */
    public static CompiledPolicy compile(String text, String ending, String engine) {
        return compile(text, ending, engine, Models.catalog());
    }

    /** Compiles a text that must be without errors, with the models of a catalog; the caller closes the policy. */
    public static CompiledPolicy compile(String text, String ending, String engine, Catalog catalog) {
        var source = PolicySource.of(Source.of("policy." + ending, text));
        return switch (PolicyLoader.installed().load(source, ending, engine, catalog)) {
            case Loading.Loaded loaded -> loaded.policy();
            case Loading.Failed failed ->
                throw new IllegalStateException(
                        failed.diagnostics().stream().limit(5).toList().toString());
        };
    }

    /** The policy as Java, in methods of at most this many rules. */
    public HandWritten handWritten(int rulesPerMethod) {
        return CompileJava.compile(new JavaText(rules, rulesPerMethod).toString());
    }

    /** Tasks for the policy, the same ones for the same policy. */
    public List<Fields> tasks(int count) {
        var random = Workload.random(seed + 1);
        return Stream.generate(() -> task(random)).limit(count).toList();
    }

    private Fields task(RandomGenerator random) {
        return new Fields(
                Workload.TYPES.get(random.nextInt(Workload.TYPES.size())),
                "tenant-" + random.nextInt(tenants),
                random.nextInt(Axis.ERROR_COST.size()),
                random.nextInt(Axis.LATENCY_TOLERANCE.size()),
                random.nextInt(Axis.INPUT_TOKENS.size()),
                random.nextInt(Axis.OUTPUT_TOKENS.size()),
                random.nextInt(Axis.CACHED_TOKENS.size()),
                random.nextInt(Axis.TOOLS.size()));
    }
}
