package dev.mete.engine.policy;

import dev.mete.engine.catalog.CatalogStamp;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.fixture.PolicyTest;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.ir.RuleIr;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a policy is, for people and listings. Immutable.
 *
 * @param language the ending of its files, such as {@code mete}
 * @param engine what decides it, such as {@code native} or {@code drools}
 * @param revision identifies all that decides
 * @param catalog the catalog whose figures decide
 * @param rules the names of its rules in order, {@code otherwise} last
 */
public record PolicyInfo(
        String name,
        String language,
        String engine,
        String revision,
        CatalogStamp catalog,
        List<String> rules,
        List<PolicyModel> models,
        List<PolicyTest> tests,
        List<Source> sources) {
    public PolicyInfo {
        rules = List.copyOf(rules);
        models = List.copyOf(models);
        tests = List.copyOf(tests);
        sources = List.copyOf(sources);
    }

    /** What a policy in the engine's own terms is, decided by the named engine. */
    public static PolicyInfo of(PolicyIr ir, String engine) {
        var rules = Stream.concat(ir.rules().stream(), Stream.of(ir.otherwise()))
                .map(RuleIr::name)
                .toList();
        return new PolicyInfo(
                ir.name(),
                ir.language(),
                engine,
                ir.revision(),
                ir.catalog(),
                rules,
                ir.models(),
                ir.tests(),
                ir.sources());
    }
}
