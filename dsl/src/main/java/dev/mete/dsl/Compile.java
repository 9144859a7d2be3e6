package dev.mete.dsl;

import dev.mete.dsl.check.CheckBounds;
import dev.mete.dsl.check.CheckItems;
import dev.mete.dsl.check.CheckStructure;
import dev.mete.dsl.check.CheckedPolicy;
import dev.mete.dsl.check.Names;
import dev.mete.dsl.check.ResolveNames;
import dev.mete.dsl.lower.Lower;
import dev.mete.dsl.parse.ParseFile;
import dev.mete.dsl.parse.Tokens;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.PolicyFile;
import dev.mete.dsl.syntax.PolicyFiles;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.CatalogStamp;
import dev.mete.engine.check.CheckPolicy;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.PolicySource;
import dev.mete.engine.policy.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The stages from a text to a policy, in order, each timed. A stage with mistakes hands on what is sound, so that later stages find theirs in the
 * same run; nothing with a mistake gets past the last one. Used once.
 */
final class Compile {
    private final PolicySource source;
    private final Catalog catalog;
    private final Report report = new Report();
    private final List<Compilation.Stage> stages = new ArrayList<>();

    Compile(PolicySource source, Catalog catalog) {
        this.source = source;
        this.catalog = catalog;
    }

    Compilation run() {
        Optional<Tokens> tokens = stage("read", () -> Tokens.read(source.main(), report));
        if (tokens.isEmpty()) {
            return new Compilation.Failed(report.diagnostics(), List.of(source.main()));
        }
        PolicyFile file = stage("parse", () -> ParseFile.parse(tokens.get(), report));
        PolicyFiles files = stage("include", () -> ReadIncludes.read(file, source.includes(), report));
        stage("structure", () -> {
            CheckStructure.check(files, report);
            return files;
        });
        Names names = stage("resolve names", () -> ResolveNames.resolve(files, catalog, report));
        CheckedPolicy typed = stage("check types and units", () -> CheckItems.check(files, names, report));
        CheckedPolicy bounded = stage("check bounds", () -> CheckBounds.check(typed, report));
        Optional<PolicyIr> ir = stage("lower", () -> lower(bounded, files));
        stage("check against the catalog", () -> {
            ir.ifPresent(this::checkPolicy);
            return ir;
        });
        return ir.isPresent() && !report.hasErrors()
                ? new Compilation.Lowered(ir.get(), report.diagnostics(), stages)
                : new Compilation.Failed(report.diagnostics(), files.sources());
    }

    private Optional<PolicyIr> lower(CheckedPolicy policy, PolicyFiles files) {
        var sources = files.sources();
        var models = policy.names().usableModels().stream()
                .map(model -> model.model().id())
                .toList();
        var stamp = CatalogStamp.of(catalog, models);
        return Lower.lower(policy, MeteLanguage.ENDING, Revision.of(sources, stamp), stamp, sources, report);
    }

    /** Of a policy with mistakes only errors count: a warning may come from what is left out. */
    private void checkPolicy(PolicyIr ir) {
        boolean isWhole = !report.hasErrors();
        report.addAll(CheckPolicy.check(ir).stream()
                .filter(diagnostic -> isWhole || diagnostic.isError())
                .toList());
    }

    private <T> T stage(String name, Supplier<T> step) {
        long start = System.nanoTime();
        T value = step.get();
        stages.add(new Compilation.Stage(name, System.nanoTime() - start));
        return value;
    }
}
