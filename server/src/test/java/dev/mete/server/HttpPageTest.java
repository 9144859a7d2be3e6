package dev.mete.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mete.server.problem.ProblemKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page about the service over HTTP says what is so: its examples are asked for, its tables are compared. */
final class HttpPageTest {
    private static final Page PAGE = Page.of("http.md");

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.shipped();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @TestFactory
    Stream<DynamicTest> eachExampleIsAnsweredAsItSays() {
        List<String> messages = PAGE.blocks("http");
        assertThat(messages).hasSizeGreaterThan(10);
        assertThat(messages.size() % 2).isZero();
        return IntStream.range(0, messages.size() / 2)
                .mapToObj(i -> HttpExample.of(messages.get(2 * i), messages.get(2 * i + 1)))
                .map(example -> dynamicTest(
                        example.method() + " " + example.path() + " " + example.type(),
                        () -> example.run(service.client())));
    }

    @Test
    void theAddressesAreThoseOfTheContract() {
        assertThat(PAGE.column("address")).containsExactlyInAnyOrderElementsOf(OpenApi.CONTRACT.operations());
    }

    @Test
    void theKindsOfProblemsAreAllThereAre() {
        assertThat(PAGE.table("kind").stream().map(row -> row.subList(0, 3)))
                .containsExactlyElementsOf(Arrays.stream(ProblemKind.values())
                        .map(kind -> List.of(kind.slug(), Integer.toString(kind.status()), kind.title()))
                        .toList());
    }

    @Test
    void theCodesAreThoseInTheSources() {
        String sources = Stream.of("../engine/core", "../engine/json", ".")
                .map(module -> Page.sources(module + "/src/main/java"))
                .collect(Collectors.joining());

        assertThat(PAGE.column("code")).containsExactlyElementsOf(Page.found("\"(T\\d{4})\"", sources));
    }

    @Test
    void theFieldsAreThoseOfTheForms() {
        assertThat(PAGE.column("field")).containsExactlyElementsOf(OpenApi.CONTRACT.fields("Decision"));
        assertThat(PAGE.column("field of a problem")).containsExactlyElementsOf(OpenApi.CONTRACT.fields("Problem"));
        assertThat(PAGE.column("field of each of `problems`"))
                .containsExactlyElementsOf(OpenApi.CONTRACT.fields("ProblemItem"));
        assertThat(PAGE.column("field of a policy")).containsExactlyElementsOf(OpenApi.CONTRACT.fields("Policy"));
    }
}
