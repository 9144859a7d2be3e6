package dev.mete.dsl.check;

import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.PolicyFile;
import dev.mete.dsl.syntax.PolicyFiles;
import dev.mete.engine.diagnostic.Span;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks that a policy has the parts that it needs, each where it belongs. */
public final class CheckStructure {
    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 100;
    private static final Set<String> IN_INCLUDED_FILES = Set.of("include", "let", "limit", "ensure", "");

    private final PolicyFiles files;
    private final Report report;

    private CheckStructure(PolicyFiles files, Report report) {
        this.files = files;
        this.report = report;
    }

    /** Reports what is missing, misplaced or there twice. */
    public static void check(PolicyFiles files, Report report) {
        var structure = new CheckStructure(files, report);
        structure.name();
        structure.models();
        structure.otherwise();
        structure.bucketOtherwise();
        files.included().forEach(structure::included);
    }

    private List<Item> items() {
        return files.main().items();
    }

    private List<Item> items(String keyword) {
        return items().stream().filter(item -> item.keyword().equals(keyword)).toList();
    }

    @SuppressWarnings("ReferenceEquality") // the very item, not one that reads the same
    private void name() {
        var names = items("policy");
        if (names.isEmpty()) {
            Span start = files.main().source().start();
            report.error(
                    Code.POLICY_NAME_MISSING,
                    start,
                    "the policy has no name",
                    "start with `policy` and a name, such as `policy my-policy`");
            return;
        }
        if (items().getFirst() != names.getFirst()) {
            report.error(
                    Code.POLICY_NAME_MISSING,
                    names.getFirst().span(),
                    "the policy's name does not come first",
                    "move `policy` to the top of the file");
        }
        names.stream()
                .skip(1)
                .forEach(item -> report.error(
                        Code.POLICY_NAME_TWICE,
                        item.span(),
                        "the policy is named twice",
                        "keep one `policy` line; a file holds one policy"));
        if (names.getFirst() instanceof Item.PolicyName(var name, var _)
                && (name.text().length() > LONGEST_NAME
                        || !KEBAB_CASE.matcher(name.text()).matches())) {
            report.error(
                    Code.NAME_FORM,
                    name.span(),
                    "`" + CheckExpressions.shown(name.span()) + "` is no name of a policy",
                    "it is `kebab-case`: small letters and digits, parts joined by `-`, at most " + LONGEST_NAME
                            + " characters");
        }
    }

    private void models() {
        boolean isEmpty = items("models").stream()
                .allMatch(item -> item instanceof Item.Models(var lines, var _) && lines.isEmpty());
        if (isEmpty) {
            var blocks = items("models");
            report.error(
                    Code.NO_MODELS,
                    blocks.isEmpty()
                            ? files.main().source().start()
                            : blocks.getFirst().span(),
                    "the policy has no models",
                    "name them, such as `models { fast = \"anthropic/claude-haiku-4-5\" }`");
        }
    }

    private void otherwise() {
        var lines = items("otherwise");
        if (lines.isEmpty()) {
            int end = files.main().source().text().stripTrailing().length();
            report.error(
                    Code.OTHERWISE_MISSING,
                    files.main().source().span(end, end),
                    "the policy does not say what happens where no rule holds",
                    "add `otherwise` and a plan after the last rule");
            return;
        }
        int first = items().indexOf(lines.getFirst());
        items().stream()
                .skip(first + 1L)
                .filter(item -> item.keyword().equals("rule") || item.keyword().equals("otherwise"))
                .forEach(item -> report.error(
                        Code.AFTER_OTHERWISE,
                        keywordSpan(item),
                        "nothing decides after `otherwise`, which takes every task",
                        "move it above `otherwise`, or remove it"));
    }

    private void bucketOtherwise() {
        var lines = files.main().items(Item.BucketLine.class).toList();
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).when() == null) {
                report.error(
                        Code.AFTER_OTHERWISE,
                        lines.get(i).span(),
                        "`bucket " + lines.get(i).bucket().text()
                                + " otherwise` takes every task, and bucket lines follow it",
                        "move it below the other bucket lines");
            }
        }
    }

    private void included(PolicyFile file) {
        for (Item item : file.items()) {
            if (!IN_INCLUDED_FILES.contains(item.keyword())) {
                report.error(
                        Code.NOT_IN_INCLUDED_FILE,
                        keywordSpan(item),
                        "an included file holds limits, ensures and lets, and no `" + item.keyword() + "`",
                        "move it to the policy itself");
            }
        }
    }

    private static Span keywordSpan(Item item) {
        Span span = item.span();
        return span.source()
                .span(
                        span.start(),
                        Math.min(span.end(), span.start() + item.keyword().length()));
    }
}
