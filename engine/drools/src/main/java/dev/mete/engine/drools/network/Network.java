package dev.mete.engine.drools.network;

import dev.mete.engine.ir.BucketIr;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.RuleIr;
import java.util.List;
import org.drools.model.DSL;
import org.drools.model.PatternDSL;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/**
 * The rules of a policy, ready to become networks of Drools. Salience comes from the position of a line, since no other order is promised by Drools.
 */
final class Network {
    private static final String PACKAGE = "mete";

    private final ModelImpl model = new ModelImpl();

    private Network() {}

    static Network of(PolicyIr policy) {
        var network = new Network();
        network.add(
                Question.OfBucket.class,
                policy.buckets().stream().map(BucketIr::when).toList());
        network.add(
                Question.OfRule.class, policy.rules().stream().map(RuleIr::when).toList());
        network.add(
                Question.OfLimits.class,
                policy.limits().stream().map(LimitIr::when).toList());
        return network;
    }

    /** A network that no other session uses. */
    KieBase base() {
        return KieBaseBuilder.createKieBaseFromModel(model);
    }

    private <Q extends Question> void add(Class<Q> type, List<Condition> lines) {
        for (int line = 0; line < lines.size(); line++) {
            model.addRule(rule(type, line, lines.size() - line, lines.get(line)));
        }
    }

    private static <Q extends Question> Rule rule(Class<Q> type, int line, int salience, Condition when) {
        String name = type.getSimpleName() + line;
        Variable<Q> question = DSL.declarationOf(type, "question");
        return PatternDSL.rule(PACKAGE, name)
                .attribute(Rule.Attribute.SALIENCE, salience)
                .build(Constraints.pattern(question, when), DSL.on(question).execute(asked -> asked.hold(line)));
    }
}
