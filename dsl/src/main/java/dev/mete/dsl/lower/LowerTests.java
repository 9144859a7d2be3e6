package dev.mete.dsl.lower;

import dev.mete.dsl.check.CheckedPolicy;
import dev.mete.dsl.check.Example;
import dev.mete.dsl.check.Names;
import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.ValueSyntax;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.fixture.PolicyTest;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.TaskBuilder;
import dev.mete.engine.task.TaskProblem;
import dev.mete.engine.task.TaskReading;
import dev.mete.engine.task.TaskSchema;
import dev.mete.engine.task.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes cases out of test blocks: what they give goes the same way as what callers post. */
final class LowerTests {
    private static final String GIVEN_TWICE = "T0003";

    /** Problems whose help shows how JSON writes a value: a missing feature, a missing unit, a wrong type. */
    private static final Set<String> ABOUT_FORM = Set.of("T0002", "T0004", "T0005");

    private final TaskSchema schema;
    private final Names names;
    private final Report report;

    LowerTests(TaskSchema schema, Names names, Report report) {
        this.schema = schema;
        this.names = names;
        this.report = report;
    }

    /** The cases without a mistake. */
    List<PolicyTest> tests(List<CheckedPolicy.Test> tests) {
        var cases = new ArrayList<PolicyTest>();
        tests.forEach(test -> test(test).ifPresent(cases::add));
        return cases;
    }

    private Optional<PolicyTest> test(CheckedPolicy.Test test) {
        Item.Test written = test.written();
        if (written.given().stream().anyMatch(given -> given.value() instanceof ValueSyntax.Broken)) {
            return Optional.empty();
        }
        var builder = new TaskBuilder(schema);
        written.given().stream()
                .filter(given ->
                        !names.brokenFeatures().contains(given.feature().text()))
                .forEach(given -> give(builder, given));
        return switch (builder.build()) {
            case TaskReading.Accepted(var task) ->
                Optional.of(new PolicyTest(written.name().value(), task, test.expected(), written.span()));
            case TaskReading.Refused(var problems) -> {
                problems.forEach(problem -> report(problem, written));
                yield Optional.empty();
            }
        };
    }

    /** Hands a value to the builder; where it is not written as its feature is, reports how it is. */
    private void give(TaskBuilder builder, Item.Given given) {
        String name = given.feature().text();
        int slot = schema.slot(name);
        Feature feature = slot < 0 ? null : schema.feature(slot);
        ValueSyntax value = given.value();
        if (feature != null && !isWrittenAs(value, feature.type())) {
            builder.unusable(name, "`" + value.span().text() + "`");
            return;
        }
        switch (value) {
            case ValueSyntax.Number(var quantity, var span) -> {
                if (quantity.unit() == Unit.NUMBER) {
                    builder.number(name, quantity.value());
                } else {
                    builder.text(name, span.text());
                }
            }
            case ValueSyntax.Quoted(var text) -> builder.text(name, text.value());
            case ValueSyntax.Named(var word) -> {
                if (feature != null && feature.type() instanceof FeatureType.Flag) {
                    builder.flag(name, word.text().equals("true"));
                } else {
                    builder.text(name, word.text());
                }
            }
            case ValueSyntax.Several(var members, var _) ->
                builder.members(name, members.stream().map(LowerTests::text).toList());
            case ValueSyntax.Broken _ -> builder.unusable(name, "broken");
        }
    }

    /** Whether a value has the form that values of a type are written in. */
    private static boolean isWrittenAs(ValueSyntax value, FeatureType type) {
        return switch (type) {
            case FeatureType.Flag() ->
                value instanceof ValueSyntax.Named(var word)
                        && Set.of("true", "false").contains(word.text());
            case FeatureType.OneOf _ -> value instanceof ValueSyntax.Named;
            case FeatureType.Text() -> value instanceof ValueSyntax.Quoted;
            case FeatureType.Quantity(Unit unit, var _, var _) ->
                value instanceof ValueSyntax.Number(var quantity, var _)
                        && (quantity.unit() == unit || quantity.unit() == Unit.NUMBER);
            case FeatureType.TextSet() ->
                value instanceof ValueSyntax.Several(var members, var _)
                        && members.stream().allMatch(ValueSyntax.Quoted.class::isInstance);
        };
    }

    private static String text(ValueSyntax member) {
        return member instanceof ValueSyntax.Quoted(var text)
                ? text.value()
                : member.span().text();
    }

    private void report(TaskProblem problem, Item.Test test) {
        String name = problem.pointer().replaceFirst("^/", "").replaceFirst("/.*", "");
        var spans = test.given().stream()
                .filter(given -> given.feature().text().equals(name))
                .map(Item.Given::span)
                .toList();
        Span span = spans.isEmpty()
                ? test.name().span()
                : problem.code().equals(GIVEN_TWICE) ? spans.getLast() : spans.getFirst();
        report.error(Code.GIVEN_DOES_NOT_FIT, span, problem.message(), help(problem, name));
    }

    /** What to write instead, in the words of a test block and not of JSON. */
    private @Nullable String help(TaskProblem problem, String name) {
        if (problem.code().equals(GIVEN_TWICE)) {
            return "give it once";
        }
        int slot = schema.slot(name);
        boolean isAboutForm = ABOUT_FORM.contains(problem.code());
        return isAboutForm && slot >= 0
                ? "write `" + name + " " + Example.of(schema.feature(slot).type()) + "`"
                : problem.help();
    }
}
