package dev.mete.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.json.WriteTask;
import dev.mete.prove.cover.Coverage;
import dev.mete.prove.mutate.Tried;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What the tests of policies are worth. */
record Judged(TestOptions asked, List<Policy> policies) {
    /**
     * One policy.
     *
     * @param root the folder that the names in messages start from
     * @param cases the text of a fixture
     */
    record Policy(
            Path root,
            String name,
            Optional<Coverage> coverage,
            Optional<List<Tried>> mutants,
            Optional<String> cases) {}

    /** Whether enough is covered, and no mutant survived. */
    boolean isEnough() {
        return policies.stream()
                .allMatch(policy -> policy.coverage()
                                .filter(coverage -> coverage.all().percent() < asked.leastCovered())
                                .isEmpty()
                        && policy.mutants().stream().flatMap(List::stream).noneMatch(ShowMutants::isOpen));
    }

    void show(PrintWriter out, Palette palette) {
        for (Policy policy : policies) {
            policy.coverage().ifPresent(coverage -> out.print(ShowCoverage.of(policy.name(), coverage, palette)));
            policy.mutants().ifPresent(tried -> out.print(ShowMutants.of(policy.name(), tried, palette)));
        }
    }

    /** Writes the files that are asked for. */
    void write() throws Stopped {
        if (asked.lcov() != null) {
            var covered = policies.stream()
                    .map(policy ->
                            new Lcov.Covered(policy.root(), policy.coverage().orElseThrow()))
                    .toList();
            WriteWhole.to(Objects.requireNonNull(asked.lcov()), Lcov.of(covered), "the coverage");
        }
        if (asked.generated() != null) {
            WriteWhole.to(
                    Objects.requireNonNull(asked.generated()),
                    policies.getFirst().cases().orElseThrow(),
                    "the fixture");
        }
    }

    /** Writes the fields of one policy. */
    void write(JsonGenerator out, String name) throws IOException {
        for (Policy policy : policies) {
            if (policy.name().equals(name)) {
                if (policy.coverage().isPresent()) {
                    out.writeFieldName("coverage");
                    CoverageJson.write(out, policy.coverage().get());
                }
                if (policy.mutants().isPresent()) {
                    out.writeArrayFieldStart("mutants");
                    for (Tried tried : policy.mutants().get()) {
                        mutant(out, tried);
                    }
                    out.writeEndArray();
                }
            }
        }
    }

    private static void mutant(JsonGenerator out, Tried tried) throws IOException {
        Span span = tried.mutant().span();
        out.writeStartObject();
        out.writeStringField("change", tried.mutant().change());
        out.writeStringField("file", span.source().name());
        out.writeNumberField("line", span.position().line());
        out.writeStringField("fate", tried.fate().name().toLowerCase(Locale.ROOT));
        var other = tried.other();
        if (other != null) {
            out.writeFieldName("task");
            WriteTask.write(out, other.task());
        }
        out.writeEndObject();
    }
}
