package dev.mete.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Full DRL in a running service, with the jars that the build lays out for it. Where only the service was built there are none, and these tests have
 * nothing to test: {@code mvn verify} builds all.
 */
final class TrustTest {
    private static final Path MODULE = Path.of("..", "engine", "drools-full", "target");

    /** A policy that never gives the same cap twice. */
    private static final String COUNTING = """
            package counting_desk;

            import dev.mete.engine.drools.fact.*;

            global Decision decision;

            rule "counts" ruleflow-group "route" when Task()
            then
                int next = Integer.getInteger("counted", 1000) + 1;
                System.setProperty("counted", "" + next);
                decision.route("openai/gpt-5.5", Effort.LOW).cap(next);
            end
            """;

    @TempDir
    private static Path folder;

    private static ServeProcess trusting;

    private static Rules rules;

    private static Client client;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(Files.exists(MODULE.resolve("lib").resolve("built")), "full DRL is not built");
        rules = new Rules(Files.createDirectory(folder.resolve("trusted")));
        rules.write("free-desk/policy.drl", policy("free_desk", 4_000));
        rules.write("other-desk/policy.drl", policy("other_desk", 3_000));
        rules.write("counting-desk/policy.drl", COUNTING);
        trusting = ServeProcess.start(rules.root(), module(), "-Dmete.drl.time-limit-ms=3000", "--trust-drl");
        client = trusting.client();
    }

    @AfterAll
    static void stop() {
        if (trusting != null) {
            trusting.close();
        }
    }

    /** What this build compiled, then what its classes run on. */
    private static List<String> module() {
        return List.of(
                MODULE.resolve("classes").toString(),
                MODULE.resolve("lib").resolve("*").toString());
    }

    private static String policy(String name, int cap) {
        return """
                package %s;

                import dev.mete.engine.drools.fact.*;
                import java.util.List;

                global Decision decision;

                function boolean isHard(String type) { return List.of("math", "planning").contains(type); }

                rule "loops" ruleflow-group "route" when Task( tenant == "loop" )
                then for (long i = 0; System.nanoTime() != 0; i++) { } end

                rule "updates" ruleflow-group "route" when $t : Task( tenant == "update" )
                then update($t); end

                rule "fails" ruleflow-group "route" when $t : Task( tenant == "fail" )
                then Integer.parseInt($t.getType()); end

                rule "hard" ruleflow-group "route" when $t : Task( isHard(type) )
                then decision.route("anthropic/claude-opus-4-8", Effort.HIGH); end

                rule "otherwise" ruleflow-group "route" when Task()
                then decision.route("openai/gpt-5.5", Effort.LOW).cap(%d); end
                """.formatted(name, cap);
    }

    private static Reply decide(String type, String tenant) {
        return decide("free-desk", type, tenant);
    }

    private static Reply decide(String policy, String type, String tenant) {
        return client.post("/v1/policies/" + policy + "/decide", """
                {"task":{"type":"%s","tenant":"%s","error_cost_usd":5,"latency_tolerance_ms":9000,"input_tokens":10}}
                """.formatted(type, tenant));
    }

    private static void isFault(Reply reply, String detail) {
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.mediaType()).isEqualTo("application/problem+json");
        assertThat(reply.at("/type")).isEqualTo("/docs#policy-fault");
        assertThat(reply.at("/detail")).isEqualTo(detail);
        assertThat(reply.text()).doesNotContain("\\tat ", "dev.mete", "org.drools", ".java");
        assertThat(decide("chat", "acme").at("/token_cap")).isEqualTo("4000");
    }

    @Test
    void javaInRulesDecides() {
        Reply hard = decide("math", "acme");
        assertThat(hard.status()).isEqualTo(200);
        assertThat(hard.at("/rule")).isEqualTo("hard");
        assertThat(hard.at("/model")).isEqualTo("anthropic/claude-opus-4-8");
        assertThat(decide("chat", "acme").at("/rule")).isEqualTo("otherwise");
    }

    @Test
    void decisionsOfCodeAreNotRememberedSinceTheNextOneMayDiffer() {
        long first = count();
        assertThat(count()).isGreaterThan(first);
        assertThat(client.get("/metrics").text()).doesNotContain("mete_cache_requests");
    }

    private static long count() {
        return Long.parseLong(decide("counting-desk", "chat", "acme").at("/token_cap"));
    }

    @Test
    void anEndlessLoopIsAnsweredByAProblemThatNamesItsRule() {
        isFault(decide("chat", "loop"), "the rule `loops` failed: it did not end within 3000ms");
    }

    @Test
    void rulesThatFireWithoutAnEndAreAnsweredByAProblem() {
        isFault(
                decide("chat", "update"),
                "the rule `updates` failed: rules fired 10000 times without an end, this one last");
    }

    @Test
    void anExceptionIsAnsweredByItsMessageAlone() {
        isFault(decide("chat", "fail"), "the rule `fails` failed: NumberFormatException: For input string: \"chat\"");
    }

    @Test
    void everyLoadIsLoggedWithTheNameOfThePolicyAndAChangeIsServed() {
        assertThat(trusting.lines("full DRL is trusted")).hasSize(1);
        assertThat(warnings("free-desk")).hasSize(1);
        assertThat(decide("other-desk", "chat", "acme").at("/token_cap")).isEqualTo("3000");
        assertThat(warnings("other-desk")).hasSize(1);

        rules.write("other-desk/policy.drl", policy("other_desk", 3_500));

        TestService.await(
                () -> decide("other-desk", "chat", "acme").at("/token_cap").equals("3500"));
        TestService.await(() -> warnings("other-desk").size() >= 2);
        assertThat(warnings("other-desk")).hasSize(2);
    }

    private static List<String> warnings(String policy) {
        return trusting.lines("WARN  FullDrlLanguage - the policy `" + policy + "`");
    }

    @Test
    void withoutTheFlagTheSameFileIsRefusedWithEverythingThatIsOutside(@TempDir Path other) {
        var untrusted = new Rules(other);
        untrusted.write("free-desk/policy.drl", policy("free_desk", 4_000));
        try (var service = ServeProcess.start(untrusted.root(), module())) {
            Reply reply = service.client().get("/v1/policies/free-desk");
            assertThat(reply.at("/last_failed_load/diagnostics/0/help")).endsWith("`--trust-drl` runs full DRL");
            assertThat(reply.json()
                            .at("/last_failed_load/diagnostics")
                            .valueStream()
                            .map(found -> found.path("line").asText() + " "
                                    + found.path("message").asText()))
                    .containsExactly(
                            "4 the import of `java.util.List` is outside of restricted DRL",
                            "8 a function is outside of restricted DRL",
                            "11 this statement is outside of restricted DRL",
                            "14 this statement is outside of restricted DRL",
                            "17 this statement is outside of restricted DRL",
                            "19 the call of `isHard` is outside of restricted DRL");
            assertThat(service.lines("runs code of its author")).isEmpty();
        }
    }

    @Test
    void theFlagWithoutTheModuleIsSaidInASentence() throws Exception {
        try (var service = ServeProcess.start(rules.root(), List.of(), "--trust-drl")) {
            assertThat(service.exit()).isEqualTo(2);
            assertThat(service.lines("")).hasSize(1);
            assertThat(service.lines(""))
                    .first()
                    .asString()
                    .startsWith("mete: --trust-drl needs the module for full DRL");
        }
    }
}
