package dev.mete.rules;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.DiagnosticText;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import dev.mete.engine.load.PolicyFolder;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.PolicyLanguage;
import dev.mete.engine.policy.PolicySource;
import dev.mete.engine.policy.PolicySource.Includes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The policies of {@code rules/}. Each call reads the files anew. */
final class Shipped {
    static final String FOLDER = "../rules";
    static final Path ROOT = Path.of(FOLDER).toAbsolutePath().normalize();
    static final List<String> POLICIES = List.of("coding-assistant", "document-pipeline", "support-desk");
    static final String GUARDRAILS = "../guardrails.mete";
    static final PolicyLoader LOADER = PolicyLoader.installed();

    private Shipped() {}

    static Catalog catalog() {
        return switch (CatalogJson.read(ROOT.resolve(CatalogJson.FILE), CatalogJson.FILE)) {
            case CatalogReading.Read(Catalog read) -> read;
            case CatalogReading.Failed(var diagnostics) -> throw new AssertionError(DiagnosticText.render(diagnostics));
        };
    }

    static PolicyFolder folder(String policy) {
        return LOADER.folder(ROOT.resolve(policy), ROOT);
    }

    /** A shipped policy in the engine's own terms. */
    static PolicyIr ir(String policy) {
        String ending = LOADER.endings().stream()
                .filter(found -> Files.exists(ROOT.resolve(policy, "policy." + found)))
                .findFirst()
                .orElseThrow();
        return ir(text(policy + "/policy." + ending), ending);
    }

    /** A text in the engine's own terms; it may include the shipped guardrails. */
    static PolicyIr ir(String text, String ending) {
        var guardrails = Source.of("guardrails.mete", text("guardrails.mete"));
        var source = new PolicySource(Source.of("policy." + ending, text), Includes.of(Map.of(GUARDRAILS, guardrails)));
        var language = ServiceLoader.load(PolicyLanguage.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.ending().equals(ending))
                .findFirst()
                .orElseThrow();
        return switch (language.read(source, catalog())) {
            case Compilation.Lowered(PolicyIr ir, var _, var _) -> ir;
            case Compilation.Opaque _ -> throw new AssertionError("the policy runs code of its author");
            case Compilation.Failed(var diagnostics, var _) ->
                throw new AssertionError(DiagnosticText.render(diagnostics));
        };
    }

    /** The text of a file below {@code rules/}. */
    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
