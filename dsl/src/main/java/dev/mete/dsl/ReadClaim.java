package dev.mete.dsl;

import dev.mete.dsl.check.CheckBounds;
import dev.mete.dsl.check.CheckItems;
import dev.mete.dsl.check.Names;
import dev.mete.dsl.lower.Lower;
import dev.mete.dsl.parse.ParseFile;
import dev.mete.dsl.parse.Tokens;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.PolicyFile;
import dev.mete.dsl.syntax.PolicyFiles;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.ir.EnsureIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.ir.RuleIr;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a claim that stands outside of the policy that it is about, which can be of any language. Stateless, thread-safe. */
public final class ReadClaim {
    private static final String KEYWORD = "ensure ";

    private ReadClaim() {}

    /** What reading comes to. */
    public sealed interface Reading {
        /** A claim. */
        record Read(EnsureIr claim) implements Reading {}

        /** What is wrong with it. */
        record Failed(List<Diagnostic> diagnostics) implements Reading {
            public Failed {
                diagnostics = List.copyOf(diagnostics);
            }
        }
    }

    /** Reads a claim, with or without the word `ensure`, such as {@code effort >= medium when error_cost >= $100}. */
    public static Reading of(String text, PolicyIr policy) {
        var report = new Report();
        String whole = text.strip().startsWith(KEYWORD.strip()) ? text.strip() : KEYWORD + text.strip();
        var source = Source.of("claim", whole);
        var claims = Tokens.read(source, report)
                .map(tokens -> new PolicyFiles(ParseFile.parse(tokens, report), List.of(), true))
                .map(files -> CheckItems.check(onlyClaims(files), names(policy), report))
                .map(checked -> Lower.claims(CheckBounds.check(checked, report)))
                .orElse(List.of());
        return claims.size() == 1 && !report.hasErrors()
                ? new Reading.Read(claims.getFirst())
                : new Reading.Failed(
                        report.hasErrors()
                                ? report.diagnostics()
                                : List.of(Diagnostic.error(
                                        "M0703",
                                        source.start(),
                                        "this is not one claim",
                                        "write one, such as `effort <= low when stream`")));
    }

    private static PolicyFiles onlyClaims(PolicyFiles files) {
        return new PolicyFiles(
                new PolicyFile(
                        files.main().source(),
                        List.copyOf(files.main().items(Item.Ensure.class).toList())),
                List.of(),
                true);
    }

    private static Names names(PolicyIr policy) {
        Map<String, Optional<PolicyModel>> models = new LinkedHashMap<>();
        policy.models().forEach(model -> models.put(model.alias(), Optional.of(model)));
        return new Names(
                policy.schema().features(),
                Set.of(),
                Map.of(),
                Set.of(),
                models,
                policy.rules().stream().map(RuleIr::name).collect(Collectors.toSet()),
                true);
    }
}
