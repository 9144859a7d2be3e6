package dev.mete.prove;

import dev.mete.dsl.MeteLanguage;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.DiagnosticText;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.PolicySource;
import dev.mete.engine.policy.PolicySource.Includes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The policies that Mete ships in its own language. */
public enum Shipped {
    CODING_ASSISTANT("coding-assistant"),
    DOCUMENT_PIPELINE("document-pipeline");

    private static final Path RULES = Path.of("..", "rules");
    private static final Catalog CATALOG = catalog();

    private final String folder;

    Shipped(String folder) {
        this.folder = folder;
    }

    /** The policy, over the shipped catalog. */
    public PolicyIr policy() {
        return compiled(text(folder + "/policy.mete"));
    }

    /** A policy that may include the shipped guardrails, over the shipped catalog. */
    public static PolicyIr compiled(String text) {
        return switch (compile(text)) {
            case Compilation.Lowered(PolicyIr ir, var _, var _) -> ir;
            case Compilation.Opaque _ -> throw new AssertionError("the policy runs code of its author");
            case Compilation.Failed(var diagnostics, var _) ->
                throw new AssertionError(text + DiagnosticText.render(diagnostics));
        };
    }

    /** The policy, where nothing is wrong with it. */
    public static Optional<PolicyIr> read(String text) {
        return compile(text) instanceof Compilation.Lowered(PolicyIr ir, var _, var _)
                ? Optional.of(ir)
                : Optional.empty();
    }

    private static Compilation compile(String text) {
        var guardrails = Source.of("guardrails.mete", text("guardrails.mete"));
        var source =
                new PolicySource(Source.of("policy.mete", text), Includes.of(Map.of("../guardrails.mete", guardrails)));
        return new MeteLanguage().read(source, CATALOG);
    }

    private static Catalog catalog() {
        return switch (CatalogJson.read(RULES.resolve(CatalogJson.FILE), CatalogJson.FILE)) {
            case CatalogReading.Read(Catalog read) -> read;
            case CatalogReading.Failed(var diagnostics) -> throw new AssertionError(DiagnosticText.render(diagnostics));
        };
    }

    private static String text(String name) {
        try {
            return Files.readString(RULES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
