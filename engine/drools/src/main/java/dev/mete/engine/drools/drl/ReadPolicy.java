package dev.mete.engine.drools.drl;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.CatalogStamp;
import dev.mete.engine.check.CheckPolicy;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.engine.ir.ReadSlots;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.Revision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** The stages from a rule file to a policy in the engine's own terms. Used once. */
final class ReadPolicy {
    private static final int MOST_RULES = 20_000;

    private final Source source;
    private final Catalog catalog;
    private final Mistakes mistakes;
    private final Imports imports;
    private final Models models;
    private final Parts parts;
    private final List<Compilation.Stage> stages = new ArrayList<>();
    private String name = "";

    ReadPolicy(Source source, Catalog catalog) {
        this.source = source;
        this.catalog = catalog;
        this.mistakes = new Mistakes(source);
        this.imports = new Imports(mistakes);
        this.models = new Models(catalog, mistakes);
        this.parts = new Parts(mistakes);
    }

    Compilation read() {
        var text = new CheckText(mistakes);
        if (stage("check text", text::check)) {
            var parse = new ParseDrl(mistakes, text.open());
            PackageDescr parsed = stage("parse", parse::parse);
            if (parsed != null) {
                stage("read rules", () -> readRules(parsed, parse));
            }
        }
        List<Diagnostic> warnings = stage("check policy", this::checkPolicy);
        var found = new ArrayList<>(mistakes.found());
        found.addAll(warnings);
        return found.stream().anyMatch(Diagnostic::isError)
                ? new Compilation.Failed(found, List.of(source))
                : new Compilation.Lowered(policy(), found, stages);
    }

    private boolean readRules(PackageDescr parsed, ParseDrl parse) {
        var check = new CheckPackage(parsed, mistakes, imports);
        name = check.name();
        check.check();
        var rules = parsed.getRules().stream()
                .filter(rule -> !rule.isQuery())
                .sorted(Comparator.comparingInt(RuleDescr::getStartCharacter))
                .toList();
        if (rules.size() > MOST_RULES) {
            mistakes.error(
                    Code.TOO_MANY_RULES,
                    source.start(),
                    "the file has more than " + MOST_RULES + " rules",
                    "split the policy");
            return false;
        }
        for (int i = 0; i < rules.size(); i++) {
            RuleDescr rule = rules.get(i);
            int end = i + 1 < rules.size()
                    ? rules.get(i + 1).getStartCharacter()
                    : source.text().length() + 1;
            if (parse.isBroken(rule.getStartCharacter(), end) || rule.getEndCharacter() <= rule.getStartCharacter()) {
                models.isIncomplete();
            } else {
                new ReadRule(rule, mistakes, imports, models, parts).read();
            }
        }
        if (parts.limits().size() > MOST_RULES) {
            mistakes.error(
                    Code.TOO_MANY_RULES,
                    source.start(),
                    "the rules set more than " + MOST_RULES + " limits",
                    "split the policy");
        }
        if (!parse.isBroken()) {
            parts.checkOrder();
        }
        return true;
    }

    /** Checks what could be read, so that a mistake in one rule does not hide another's. */
    private List<Diagnostic> checkPolicy() {
        if (!parts.canRoute()) {
            return List.of();
        }
        var found = CheckPolicy.check(policy());
        return mistakes.count() == 0
                ? found
                : found.stream().filter(Diagnostic::isError).toList();
    }

    private PolicyIr policy() {
        List<RuleIr> all = parts.rules();
        RuleIr otherwise = all.getLast();
        var rules = all.subList(0, all.size() - 1);
        List<LimitIr> limits = models.areComplete() ? parts.limits() : List.of();
        var stamp = CatalogStamp.of(
                catalog, models.all().stream().map(model -> model.model().id()).toList());
        return new PolicyIr(
                name,
                DrlLanguage.ENDING,
                Revision.of(List.of(source), stamp),
                stamp,
                models.all(),
                ReadSlots.schema(Fields.FEATURES, parts.buckets(), rules, otherwise, limits),
                parts.buckets(),
                parts.waiting(),
                rules,
                otherwise,
                limits,
                List.of(),
                List.of(),
                List.of(source));
    }

    private <T> T stage(String stage, Supplier<T> work) {
        long start = System.nanoTime();
        T value = work.get();
        stages.add(new Compilation.Stage(stage, System.nanoTime() - start));
        return value;
    }
}
