package dev.mete.bench.peer;

import dev.mete.bench.workload.GeneratedPolicy;
import dev.mete.bench.workload.PeerRule;
import dev.mete.bench.workload.PeerRule.Span;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.drools.model.DSL;
import org.drools.model.Index;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;

/** A generated policy as rules of Drools: the first that holds has the highest salience, and only one is fired. */
final class DroolsBases {
    private DroolsBases() {}

    /** Written in Java, with Drools' model: nothing is generated. */
    static KieBase ofModel(GeneratedPolicy policy) {
        var model = new ModelImpl();
        List<PeerRule> rules = policy.peerRules();
        for (PeerRule rule : rules) {
            Variable<Fact> task = DSL.declarationOf(Fact.class, "task");
            int place = rule.place();
            model.addRule(PatternDSL.rule("peer", "rule " + place)
                    .attribute(Rule.Attribute.SALIENCE, rules.size() - place)
                    .build(pattern(task, rule), DSL.on(task).execute(fact -> fact.setRule(place))));
        }
        return KieBaseBuilder.createKieBaseFromModel(model);
    }

    private static PatternDef<Fact> pattern(Variable<Fact> task, PeerRule rule) {
        PatternDef<Fact> pattern = PatternDSL.pattern(task);
        String type = rule.type();
        if (type != null) {
            pattern = pattern.expr(
                    "type is " + type,
                    fact -> type.equals(fact.getType()),
                    PatternDSL.alphaIndexedBy(String.class, Index.ConstraintType.EQUAL, 0, Fact::getType, type));
        }
        String tenant = rule.tenant();
        if (tenant != null) {
            pattern = pattern.expr(
                    "tenant is " + tenant,
                    fact -> tenant.equals(fact.getTenant()),
                    PatternDSL.alphaIndexedBy(String.class, Index.ConstraintType.EQUAL, 1, Fact::getTenant, tenant));
        }
        for (Span span : rule.spans()) {
            ToIntFunction<Fact> number = number(span.name());
            int least = Objects.requireNonNullElse(span.least(), Integer.MIN_VALUE);
            int below = Objects.requireNonNullElse(span.below(), Integer.MAX_VALUE);
            pattern = pattern.expr(span.toString(), fact -> {
                int value = number.applyAsInt(fact);
                return value >= least && value < below;
            });
        }
        return pattern;
    }

    private static ToIntFunction<Fact> number(String name) {
        return switch (name) {
            case "errorCost" -> Fact::getErrorCost;
            case "latencyTolerance" -> Fact::getLatencyTolerance;
            case "inputTokens" -> Fact::getInputTokens;
            case "outputTokens" -> Fact::getOutputTokens;
            case "cachedTokens" -> Fact::getCachedTokens;
            case "tools" -> Fact::getTools;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Written in DRL and compiled to the executable model, as Drools recommends. */
    static KieBase ofText(GeneratedPolicy policy) {
        KieServices services = KieServices.get();
        var files = services.newKieFileSystem();
        files.write("src/main/resources/peer/rules.drl", drl(policy.peerRules()));
        var builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        return services.newKieContainer(services.getRepository().getDefaultReleaseId())
                .getKieBase();
    }

    private static String drl(List<PeerRule> rules) {
        var text = new StringBuilder("package peer;\nimport " + Fact.class.getName() + ";\n");
        for (PeerRule rule : rules) {
            text.append("rule \"rule ").append(rule.place()).append("\" salience ");
            text.append(rules.size() - rule.place()).append("\nwhen\n    $task : Fact( ");
            text.append(String.join(", ", rule.tests())).append(" )\nthen\n    $task.setRule(");
            text.append(rule.place()).append(");\nend\n");
        }
        return text.toString();
    }
}
