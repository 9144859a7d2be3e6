package dev.mete.engine.drools.full;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.decision.Bucket;
import dev.mete.engine.decision.Chosen;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Fault;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.Explanation;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FullPolicyTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String OTHERWISE = """
            rule "otherwise" ruleflow-group "route" when Task() then decision.route("openai/gpt-5.5", Effort.LOW); end
            """;

    /** Endless loops of these tests end when this is set, so that no thread of them outlives its test for long. */
    private static final String STOP = "mete.test.stop";

    @BeforeEach
    void endlessLoopsRun() {
        System.clearProperty(STOP);
    }

    @AfterEach
    void endlessLoopsEnd() {
        System.setProperty(STOP, "true");
    }

    @Test
    void javaInConditionsAndConsequencesDecides() {
        try (var policy = FullDrl.policy("""
                import java.util.List;
                function boolean isHard(String type) { return List.of("math", "planning").contains(type); }
                rule "hard" ruleflow-group "classify" when $t : Task( isHard(type) )
                then decision.classify(Bucket.USE); end
                rule "computed" ruleflow-group "route" when Bucket( this == Bucket.USE ) $t : Task()
                then
                    long cap = 0;
                    for (int i = 0; i < 3; i++) { cap += 2000; }
                    decision.route("anthropic/claude-opus-4-8", Effort.HIGH).thinking(4500).cap(cap);
                end
                rule "cheap" ruleflow-group "limit" when Task() then decision.limitCap(5900, "money"); end
                """ + OTHERWISE)) {
            var hard = (Decision) policy.decide(FullDrl.task(policy, "math"));
            assertThat(hard.bucket()).isEqualTo(Bucket.USE);
            assertThat(hard.rule()).isEqualTo("computed");
            assertThat(hard.plan().effort()).isEqualTo(Effort.HIGH);
            assertThat(hard.plan().tokenCap()).isEqualTo(5_900);
            assertThat(hard.limitedBy()).containsExactly("money");
            var easy = (Decision) policy.decide(FullDrl.task(policy, "chat"));
            assertThat(easy.bucket()).isEqualTo(Bucket.MAYBE);
            assertThat(easy.rule()).isEqualTo("otherwise");
        }
    }

    @Test
    void codeChoosesAmongPlansThatItPutsTogether() {
        try (var policy = FullDrl.policy("""
                import dev.mete.engine.drools.fact.Choice;
                rule "impatient" ruleflow-group "wait" when Task( type == "math" ) then decision.waitingCostsUsdPerSecond(1000000); end
                rule "all efforts" ruleflow-group "route" when $t : Task()
                then
                    Choice choice = decision.bestOf();
                    for (Effort effort : new Effort[] {Effort.NONE, Effort.LOW, Effort.MEDIUM, Effort.HIGH}) {
                        choice.plan("openai/gpt-5.5", effort).timeoutMs($t.getLatencyToleranceMs());
                    }
                    choice.whereErrorAtMostPercent(20);
                end
                rule "cents" ruleflow-group "limit" when Task( type == "sql" ) then decision.limitCostUsd(0.02, "two cents"); end
                """)) {
            var patient = (Decision) policy.decide(FullDrl.task(policy, "chat"));
            assertThat(patient.chosen()).isEqualTo(new Chosen("best of", 4, 4));
            assertThat(patient.plan().effort()).isEqualTo(Effort.HIGH);
            assertThat(patient.plan().timeoutMillis()).isEqualTo(30_000);
            var impatient = (Decision) policy.decide(FullDrl.task(policy, "math"));
            assertThat(impatient.chosen()).isEqualTo(new Chosen("best of", 4, 4));
            assertThat(impatient.plan().effort()).isEqualTo(Effort.NONE);
            var limited = (Decision) policy.decide(FullDrl.task(policy, "sql"));
            assertThat(limited.limitedBy()).containsExactly("two cents");
            assertThat(Objects.requireNonNull(limited.estimate().cost()).worst())
                    .isLessThanOrEqualTo(20_000_000_000L);
        }
    }

    @Test
    void aChoiceThatNoFigureDecidesIsAFault() {
        try (var policy = FullDrl.policy("""
                rule "unknown" ruleflow-group "route" when Task( type == "math" )
                then decision.cheapestOf().plan("acme/unknown", Effort.NONE); end
                rule "bound" ruleflow-group "route" when Task( type == "sql" )
                then decision.cheapestOf().plan("mistral/small", Effort.NONE).whereLatencyAtMostMs(5000); end
                rule "nothing" ruleflow-group "route" when Task( type == "chat" ) then decision.fastestOf(); end
                rule "order" ruleflow-group "route" when Task( type == "planning" ) then decision.fastestOf().cap(300); end
                rule "share" ruleflow-group "route" when Task( type == "other" )
                then decision.fastestOf().plan("openai/gpt-5.5", Effort.LOW).whereCutOffAtMostPercent(0.0 / 0); end
                rule "waiting" ruleflow-group "wait" when Task( type == "moderation" ) then decision.waitingCostsUsdPerSecond(-1); end
                rule "cost" ruleflow-group "limit" when Task( type == "debugging" ) then decision.limitCostUsd(0); end
                """ + OTHERWISE)) {
            assertThat(fault(policy, "math"))
                    .isEqualTo(
                            new Fault(
                                    "unknown",
                                    "the catalog does not say what `acme/unknown` costs, and `cheapest of` compares plans by it"));
            assertThat(fault(policy, "sql"))
                    .isEqualTo(
                            new Fault(
                                    "bound",
                                    "the catalog does not say how fast `mistral/small` is with `effort none`, and `latency` cannot be compared without it"));
            assertThat(fault(policy, "chat")).isEqualTo(new Fault("nothing", "a choice among no plans"));
            assertThat(fault(policy, "planning"))
                    .isEqualTo(new Fault("order", "IllegalStateException: a setting that does not follow its plan"));
            assertThat(fault(policy, "other"))
                    .isEqualTo(new Fault("share", "a bound of answers cut off of NaN is not between 0 and 1000"));
            assertThat(fault(policy, "moderation"))
                    .isEqualTo(new Fault("otherwise", "a price of waiting of -1.0 is not between 0 and 1000000000"));
            assertThat(fault(policy, "debugging"))
                    .isEqualTo(new Fault("otherwise", "a limit on the cost of $0 leaves nothing"));
        }
    }

    private static Object fault(CompiledPolicy policy, String type) {
        return policy.decide(FullDrl.task(policy, type));
    }

    @Test
    void rulesThatInsertFactsLeadToADecision() {
        try (var policy = FullDrl.policy("""
                declare Risk  level : int  end
                rule "risk" when Task( errorCostUsd > 50 ) then insert( new Risk(3) ); end
                rule "risky" ruleflow-group "route" when Risk( level > 2 ) then decision.route("anthropic/claude-opus-4-8", Effort.HIGH); end
                """ + OTHERWISE)) {
            assertThat(((Decision) policy.decide(FullDrl.task(policy))).rule()).isEqualTo("risky");
            assertThat(policy.explain(FullDrl.task(policy)).rules())
                    .extracting(Explanation.Line::name)
                    .containsExactly("risk", "risky");
        }
    }

    @Test
    void anEndlessLoopIsAFaultThatNamesItsRuleAndTheNextDecisionWorks() {
        try (var policy = FullDrl.policy("""
                rule "loops" ruleflow-group "route" when Task( type == "math" )
                then while (System.getProperty("mete.test.stop") == null) { } end
                """ + OTHERWISE, SHORT)) {
            assertThat(policy.decide(FullDrl.task(policy, "math"))).isInstanceOfSatisfying(Fault.class, fault -> {
                assertThat(fault.rule()).isEqualTo("loops");
                assertThat(fault.message()).isEqualTo("it did not end within 300ms");
            });
            assertThat(policy.decide(FullDrl.task(policy))).isInstanceOf(Decision.class);
        }
    }

    @Test
    void aTimeLimitThatIsNoNumberKeepsPoliciesFromLoading() {
        System.setProperty(FullDrlLanguage.TIME_LIMIT, "1s");
        try {
            assertThat(FullDrl.errors(new FullDrlLanguage(), OTHERWISE))
                    .extracting(Diagnostic::message)
                    .containsExactly("the time limit of full DRL, `1s`, is no number of milliseconds");
        } finally {
            System.clearProperty(FullDrlLanguage.TIME_LIMIT);
        }
    }

    @Test
    void aConditionThatDoesNotEndIsAFault() {
        try (var policy = FullDrl.policy("""
                function boolean lasts(String type) {
                    while (type.equals("math") && System.getProperty("mete.test.stop") == null) { }
                    return false;
                }
                rule "waits" ruleflow-group "route" when Task( lasts(type) ) then decision.route("openai/gpt-5.5", Effort.LOW); end
                """ + OTHERWISE, SHORT)) {
            assertThat(policy.decide(FullDrl.task(policy, "math")))
                    .isEqualTo(new Fault(null, "a condition did not end within 300ms"));
            assertThat(policy.decide(FullDrl.task(policy))).isInstanceOf(Decision.class);
        }
    }

    @Test
    void aConditionThatThrowsIsNotBlamedOnTheRuleThatFiredBefore() {
        try (var policy = FullDrl.policy("""
                function boolean throwsUp(String type) { return Integer.parseInt(type) > 0; }
                rule "sound" ruleflow-group "classify" when Task() then decision.classify(Bucket.USE); end
                rule "fails" ruleflow-group "route" when Bucket() Task( throwsUp(type) ) then decision.route("openai/gpt-5.5", Effort.LOW); end
                """ + OTHERWISE)) {
            assertThat(policy.decide(FullDrl.task(policy, "math"))).isInstanceOfSatisfying(Fault.class, fault -> {
                assertThat(fault.rule()).isNull();
                assertThat(fault.message()).startsWith("a condition threw ").contains("throwsUp(type)");
            });
        }
    }

    @Test
    void onceSeveralLoopsRunNoMoreAreBegunUntilOneEnds() {
        try (var policy = FullDrl.policy("""
                rule "loops" ruleflow-group "route" when Task( type == "math" )
                then while (System.getProperty("mete.test.stop") == null) { } end
                """ + OTHERWISE, SHORT)) {
            for (int i = 0; i < 4; i++) {
                assertThat(policy.decide(FullDrl.task(policy, "math"))).isInstanceOf(Fault.class);
            }
            assertThat(policy.decide(FullDrl.task(policy)))
                    .isInstanceOfSatisfying(
                            Fault.class,
                            fault -> assertThat(fault.message())
                                    .startsWith("earlier decisions of this policy still run"));
            System.setProperty(STOP, "true");
            assertThat(decideUntilBegun(policy)).isInstanceOf(Decision.class);
        }
    }

    private static Object decideUntilBegun(CompiledPolicy policy) {
        Object outcome;
        do {
            outcome = policy.decide(FullDrl.task(policy));
        } while (outcome instanceof Fault fault && fault.message().startsWith("earlier decisions"));
        return outcome;
    }

    @Test
    void rulesThatUpdateForEverAreAFault() {
        try (var policy = FullDrl.policy("""
                rule "ping" ruleflow-group "route" when $t : Task( type == "math" ) then update($t); end
                """ + OTHERWISE)) {
            assertThat(policy.decide(FullDrl.task(policy, "math")))
                    .isEqualTo(new Fault("ping", "rules fired 10000 times without an end, this one last"));
            assertThat(policy.decide(FullDrl.task(policy))).isInstanceOf(Decision.class);
        }
    }

    @Test
    void anExceptionIsAFaultThatNamesItsRule() {
        try (var policy = FullDrl.policy("""
                rule "fails" ruleflow-group "route" when $t : Task( type == "math" ) then Integer.parseInt($t.getType()); end
                """ + OTHERWISE)) {
            assertThat(policy.decide(FullDrl.task(policy, "math")))
                    .isEqualTo(new Fault("fails", "NumberFormatException: For input string: \"math\""));
            assertThat(policy.decide(FullDrl.task(policy))).isInstanceOf(Decision.class);
        }
    }

    @Test
    void endlessRecursionIsAFaultToo() {
        try (var policy = FullDrl.policy("""
                function int deep(int depth) { return deep(depth + 1) + 1; }
                rule "recurses" ruleflow-group "route" when Task( type == "math" ) then decision.route("x", Effort.LOW).cap(deep(0)); end
                """ + OTHERWISE)) {
            assertThat(policy.decide(FullDrl.task(policy, "math")))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.message()).startsWith("StackOverflowError"))
                    .extracting(fault -> ((Fault) fault).rule())
                    .isEqualTo("recurses");
            assertThat(policy.decide(FullDrl.task(policy))).isInstanceOf(Decision.class);
        }
    }

    @Test
    void aDecisionWithoutARouteIsAFault() {
        try (var policy = FullDrl.policy("""
                rule "some" ruleflow-group "route" when Task( tags.size() > 3 ) then decision.route("openai/gpt-5.5", Effort.LOW); end
                """)) {
            assertThat(policy.decide(FullDrl.task(policy)))
                    .isEqualTo(
                            new Fault(null, "no rule asked for a model: end the rules with one that takes every task"));
        }
    }

    @Test
    void whatMakesNoSenseIsAFaultThatNamesItsRule() {
        try (var policy = FullDrl.policy("""
                rule "model" ruleflow-group "route" when Task( type == "math" ) then decision.route("openai/gpt-" + 5.6, Effort.LOW); end
                rule "cap" ruleflow-group "route" when Task( type == "sql" ) then decision.route("openai/gpt-5.5", Effort.LOW).cap(0); end
                rule "twice" ruleflow-group "route" when Task( type == "chat" )
                then decision.route("openai/gpt-5.5", Effort.LOW); decision.route("openai/gpt-5.5", Effort.LOW); end
                """ + OTHERWISE)) {
            assertThat(policy.decide(FullDrl.task(policy, "math")))
                    .isEqualTo(new Fault(
                            "model", "the catalog has no model `openai/gpt-5.6`: did you mean `openai/gpt-5.5`?"));
            assertThat(policy.decide(FullDrl.task(policy, "sql")))
                    .isEqualTo(new Fault("cap", "a cap of 0 is less than 1"));
            assertThat(policy.decide(FullDrl.task(policy, "chat")))
                    .isEqualTo(new Fault("twice", "IllegalStateException: the task goes to openai/gpt-5.5 already"));
        }
    }

    @Test
    void aClosedPolicyDecidesNothing() {
        var policy = FullDrl.policy(OTHERWISE);
        var task = FullDrl.task(policy);
        policy.close();
        assertThatThrownBy(() -> policy.decide(task))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the policy `full` is closed");
    }

    @Test
    void manyReloadsInARowDecideAsTheirOwnText() {
        for (int reload = 1; reload <= 50; reload++) {
            try (var policy = FullDrl.policy("""
                    rule "otherwise" ruleflow-group "route" when Task()
                    then decision.route("openai/gpt-5.5", Effort.LOW).cap(%d + Math.abs(-6000)); end
                    """.formatted(reload))) {
                var decision = (Decision) policy.decide(FullDrl.task(policy));
                assertThat(decision.plan().tokenCap()).isEqualTo(6_000 + reload);
            }
        }
    }
}
