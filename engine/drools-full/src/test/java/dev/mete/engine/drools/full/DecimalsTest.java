package dev.mete.engine.drools.full;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.decision.Decision;
import java.math.BigDecimal;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kie.api.io.ResourceType;
import org.kie.internal.utils.KieHelper;

/** Why facts tell dollars and plain numbers as {@code double}s. */
class DecimalsTest {
    /** Drools makes a {@code double} of the literal, and of that a decimal with all its binary digits: 0.299999999999999988897769753748. */
    @ParameterizedTest
    @CsvSource({"price == 0.3, 0", "price != 0.3, 1", "price <= 0.3, 0", "price == 0.3 || price == 7, 0"})
    void droolsComparesBigDecimalsWithAnotherNumberThanTheOneWritten(String constraint, int fired) throws Exception {
        var rules = new KieHelper()
                .addContent("""
                        package decimals;
                        declare Offer  price : java.math.BigDecimal  end
                        rule "costs three dimes" when Offer( %s ) then end
                        """.formatted(constraint), ResourceType.DRL)
                .build(ExecutableModelProject.class);
        var type = rules.getFactType("decimals", "Offer");
        Object offer = type.newInstance();
        type.set(offer, "price", new BigDecimal("0.3"));
        var session = rules.newKieSession();
        try {
            session.insert(offer);
            assertThat(session.fireAllRules()).isEqualTo(fired);
        } finally {
            session.dispose();
        }
    }

    @Test
    void aTaskIsComparedWithTheNumberWritten() {
        try (var policy = FullDrl.policy("""
                rule "dear" ruleflow-group "route" when Task( errorCostUsd != 80.1 ) then decision.route("openai/gpt-5.5", Effort.HIGH); end
                rule "as said" ruleflow-group "route" when Task( errorCostUsd == 80.1 && errorCostUsd <= 80.1 || tenant == "none" )
                then decision.route("openai/gpt-5.5", Effort.LOW); end
                """)) {
            var task = FullDrl.task(policy, "chat", new BigDecimal("80.1"));
            assertThat(((Decision) policy.decide(task)).rule()).isEqualTo("as said");
        }
    }
}
