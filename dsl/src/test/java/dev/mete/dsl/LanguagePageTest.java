package dev.mete.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.dsl.format.FormatPolicy;
import dev.mete.dsl.format.Formatting;
import dev.mete.dsl.report.Code;
import dev.mete.engine.compiled.NativeEngine;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.eval.Evaluator;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.StandardFeatures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the page of the language to the language. */
final class LanguagePageTest {
    private static final Pattern BLOCK = Pattern.compile("```mete\n(.*?)```", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("M(\\d{4}) to M(\\d{4})");

    @TestFactory
    Stream<DynamicTest> everyBlockCompilesAndIsFormattedAndItsTestsPass() throws IOException {
        return BLOCK.matcher(page())
                .results()
                .map(block -> DynamicTest.dynamicTest(firstLine(block), () -> check(block.group(1))));
    }

    @Test
    void everyCodeIsListed() throws IOException {
        String page = page();
        assertThat(Code.values())
                .allSatisfy(code ->
                        assertThat(isListed(code.text(), page)).as(code.text()).isTrue());
    }

    @Test
    void everyStandardFeatureIsListed() throws IOException {
        String page = page();
        assertThat(StandardFeatures.all())
                .extracting(Feature::name)
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    private static void check(String block) {
        assertThat(FormatPolicy.of(Source.of("block.mete", block))).isEqualTo(new Formatting.Formatted(block));
        String policy = ("\n" + block).contains("\notherwise") ? block : block + "\notherwise deep, effort low\n";
        PolicyIr compiled = block.startsWith("policy") ? Policies.compiled(policy) : Policies.weighed(policy);
        var evaluator = new Evaluator(compiled, NativeEngine.NAME);
        assertThat(compiled.tests())
                .allSatisfy(test -> assertThat(test.mismatches(evaluator.decide(test.given())))
                        .isEmpty());
    }

    private static boolean isListed(String code, String page) {
        return page.contains(code)
                || RANGE.matcher(page).results().anyMatch(range -> {
                    int number = Integer.parseInt(code.substring(1));
                    return Integer.parseInt(range.group(1)) <= number && number <= Integer.parseInt(range.group(2));
                });
    }

    private static String firstLine(MatchResult block) {
        return block.group(1).lines().findFirst().orElse("");
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/language.md"));
    }
}
