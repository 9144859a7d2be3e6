package dev.mete.prove.space;

import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.PolicyIr;
import java.util.stream.Stream;

/** The conditions of a policy. */
final class Conditions {
    private Conditions() {}

    /** Those of bucket lines, rules and limits. */
    static Stream<Condition> of(PolicyIr policy) {
        return Stream.of(
                        policy.buckets().stream().map(line -> line.when()),
                        policy.rules().stream().map(rule -> rule.when()),
                        policy.limits().stream().map(limit -> limit.when()))
                .flatMap(conditions -> conditions);
    }
}
