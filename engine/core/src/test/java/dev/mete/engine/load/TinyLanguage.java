package dev.mete.engine.load;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.policy.Compilation;
import dev.mete.engine.policy.PolicyLanguage;
import dev.mete.engine.policy.PolicySource;
import dev.mete.engine.sample.Ask;
import dev.mete.engine.sample.Models;
import dev.mete.engine.sample.PolicyDraft;
import java.util.ArrayList;
import java.util.List;

/** A language of three words: {@code name}, {@code include} and {@code odd}, which is a warning. Anything else is an error. */
record TinyLanguage(String ending) implements PolicyLanguage {
    @Override
    public String defaultEngine() {
        return "native";
    }

    @Override
    public Compilation read(PolicySource source, Catalog catalog) {
        var found = new ArrayList<Diagnostic>();
        var sources = new ArrayList<>(List.of(source.main()));
        String name = read(source.main(), source, sources, found);
        return found.stream().anyMatch(Diagnostic::isError)
                ? new Compilation.Failed(found, sources)
                : new Compilation.Lowered(draft(name).sources(sources).ir(), found, List.of());
    }

    @Override
    public boolean isBeyond(Diagnostic error) {
        return error.message().equals("`code` is beyond this language");
    }

    static PolicyDraft draft(String name) {
        return new PolicyDraft()
                .named(name)
                .otherwise(Ask.of(Models.plain("acme/plain"), Effort.NONE).plan());
    }

    private String read(Source text, PolicySource policy, List<Source> sources, List<Diagnostic> found) {
        String name = "";
        for (int line = 1; line <= text.lines(); line++) {
            String words = text.line(line);
            Span span = text.span(text.lineStart(line), text.lineStart(line) + words.length());
            String[] word = words.split(" ", 2);
            switch (word[0]) {
                case "" -> {}
                case "name" -> name = word[1];
                case "include" -> include(word[1], text, span, policy, sources, found);
                case "odd" -> found.add(Diagnostic.warning("M0001", span, "this is odd", null));
                case "code" -> found.add(Diagnostic.error("M0003", span, "`code` is beyond this language"));
                default -> found.add(Diagnostic.error("M0002", span, "unknown word `" + word[0] + "`"));
            }
        }
        return name;
    }

    private void include(
            String path, Source from, Span span, PolicySource policy, List<Source> sources, List<Diagnostic> found) {
        switch (policy.includes().find(from, path)) {
            case PolicySource.Found.File(Source included) when sources.contains(included) -> {}
            case PolicySource.Found.File(Source included) -> {
                sources.add(included);
                read(included, policy, sources, found);
            }
            case PolicySource.Found.Missing(String reason) -> found.add(Diagnostic.error("M0004", span, reason));
        }
    }
}
