package dev.mete.rules;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.DiagnosticText;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.load.Loading;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.policy.PolicySource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One policy in both languages, each on both engines. */
final class Twins {
    private Twins() {}

    /** Four ways to the same decision. */
    static List<CompiledPolicy> of(String drl, String mete, Catalog catalog) {
        return Stream.of("native", "drools")
                .flatMap(
                        engine -> Stream.of(policy(drl, "drl", engine, catalog), policy(mete, "mete", engine, catalog)))
                .toList();
    }

    /** The text of a file among the twins. */
    static String text(String name) {
        try (var in = Twins.class.getResourceAsStream("/twins/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CompiledPolicy policy(String text, String ending, String engine, Catalog catalog) {
        var source = PolicySource.of(Source.of("policy." + ending, text));
        return switch (Shipped.LOADER.load(source, ending, engine, catalog)) {
            case Loading.Loaded(CompiledPolicy policy, var _, var _) -> policy;
            case Loading.Failed(var diagnostics, var _) -> throw new AssertionError(DiagnosticText.render(diagnostics));
        };
    }
}
