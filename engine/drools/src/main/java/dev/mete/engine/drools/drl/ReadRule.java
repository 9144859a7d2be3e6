package dev.mete.engine.drools.drl;

import dev.mete.engine.decision.Decision;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.drools.drl.Parts.Taking;
import dev.mete.engine.economics.Candidates;
import dev.mete.engine.ir.BucketIr;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.WaitingIr;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Reads one rule into the parts of a policy. Used once. */
final class ReadRule {
    private static final String GROUP = "ruleflow-group";
    /** The longest name of a rule, and the longest reason of a limit. */
    static final int LONGEST_NAME = 200;

    private final RuleDescr rule;
    private final RuleText text;
    private final Mistakes mistakes;
    private final Imports imports;
    private final Models models;
    private final Parts parts;

    ReadRule(RuleDescr rule, Mistakes mistakes, Imports imports, Models models, Parts parts) {
        this.rule = rule;
        this.text = new RuleText(mistakes.source(), rule);
        this.mistakes = mistakes;
        this.imports = imports;
        this.models = models;
        this.parts = parts;
    }

    void read() {
        header();
        Group group = group().orElse(null);
        var scope = new Scope(mistakes, imports);
        int before = mistakes.count();
        Condition when =
                new ReadPatterns(scope).read(rule, text.patterns(), group != Group.CLASSIFY && group != Group.WAIT);
        Taking taking = mistakes.count() > before ? Taking.UNKNOWN : taking(when);
        rejectNamed();
        var asked = new ReadConsequence(text.consequence(), group, scope, models).read();
        if (group == null) {
            models.isIncomplete();
            parts.addUnknown();
            return;
        }
        parts.addName(rule.getName(), group, taking, text.name());
        switch (group) {
            case CLASSIFY -> classify(asked, when);
            case WAIT -> waiting(asked, when);
            case ROUTE -> {
                if (rule.getName().equals(Decision.OTHERWISE) && taking == Taking.SOME) {
                    mistakes.error(
                            Code.NAME_FORM,
                            text.name(),
                            "`" + Decision.OTHERWISE + "` is what decisions call the rule that takes every task",
                            "give this rule another name");
                }
                route(asked, when);
            }
            case LIMIT -> limit(asked, when);
        }
    }

    private static Taking taking(Condition when) {
        return when instanceof Condition.Always(boolean value, var _) && value ? Taking.ALL : Taking.SOME;
    }

    private void header() {
        if (rule.hasParent()) {
            mistakes.beyond(
                    Code.EXTENDS,
                    text.ofAttribute("extends"),
                    "a rule that extends another",
                    "repeat the conditions of the other");
        }
        if (!rule.getAnnotations().isEmpty()) {
            mistakes.beyond(Code.ANNOTATION, text.ofAttribute("@"), "an annotation", "remove it");
        }
        for (AttributeDescr attribute : rule.getAttributes().values()) {
            if (attribute.getStartCharacter() >= rule.getStartCharacter()) {
                attribute(attribute);
            }
        }
        for (String once : List.of(GROUP, "dialect")) {
            text.secondAttribute(once)
                    .ifPresent(second -> mistakes.error(
                            Code.SETTING_TWICE, second, "`" + once + "` is set twice", "keep one of them"));
        }
        String name = rule.getName();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            mistakes.error(
                    Code.NAME_FORM,
                    text.name(),
                    name.isBlank() ? "the name of a rule is empty" : "the name of a rule is too long",
                    "say what it is about in 1 to " + LONGEST_NAME + " characters");
        }
        if (text.name().text().replace("\\u", "").indexOf('\\') >= 0) {
            mistakes.error(
                    Code.UNKNOWN_ESCAPE, text.name(), "an escape in the name of a rule", "write the character itself");
        }
    }

    private void attribute(AttributeDescr attribute) {
        String name = attribute.getName();
        Span span = text.ofAttribute(name);
        switch (name) {
            case GROUP -> {}
            case "dialect" -> Attributes.dialect(attribute, span, mistakes);
            case "salience" ->
                mistakes.beyond(
                        Code.SALIENCE,
                        span,
                        "`salience`",
                        "the order of the file is the order of the rules; move the rule to where it belongs");
            case "agenda-group" ->
                mistakes.beyond(
                        Code.OTHER_ATTRIBUTE, span, "`agenda-group`", "write `ruleflow-group`, which is the same");
            default ->
                mistakes.beyond(
                        Code.OTHER_ATTRIBUTE,
                        span,
                        "the attribute `" + name + "`",
                        "remove it; each phase takes the first rule that holds, and limits all apply");
        }
    }

    private Optional<Group> group() {
        AttributeDescr attribute = rule.getAttributes().get(GROUP);
        if (attribute == null) {
            mistakes.error(
                    Code.GROUP_MISSING,
                    text.name(),
                    "the rule `" + rule.getName() + "` has no group",
                    "write `ruleflow-group \"classify\"`, `\"wait\"`, `\"route\"` or `\"limit\"` after its name");
            return Optional.empty();
        }
        String word = attribute.getValue();
        var group = Group.of(word);
        if (group.isEmpty()) {
            Span span = text.ofAttribute("\"" + word + "\"");
            var near = NearestName.of(word, Group.words());
            if (near.isPresent()) {
                mistakes.error(
                        Code.UNKNOWN_GROUP, span, "unknown group `" + word + "`", "did you mean `" + near.get() + "`?");
            } else {
                mistakes.beyond(
                        Code.OTHER_GROUP,
                        span,
                        "the group `" + word + "`",
                        "use `classify`, `wait`, `route` or `limit`");
            }
        }
        return group;
    }

    private void rejectNamed() {
        if (!rule.getNamedConsequences().isEmpty()) {
            mistakes.beyond(Code.OTHER_CONSEQUENCE, text.name(), "a consequence with a name", "write a rule for it");
        }
    }

    private void classify(List<Asking> asked, Condition when) {
        if (asked.size() != 1) {
            notOne("does not call `decision.classify` once", "write `decision.classify(Bucket.USE);`");
        } else if (asked.getFirst() instanceof Asking.Classify(var bucket, var _)) {
            parts.add(new BucketIr(rule.getName(), bucket, when, text.whole()));
        }
    }

    private void waiting(List<Asking> asked, Condition when) {
        if (asked.size() != 1) {
            notOne(
                    "does not call `decision.waitingCostsUsdPerSecond` once",
                    "write `decision.waitingCostsUsdPerSecond(0.01);`");
        } else if (asked.getFirst() instanceof Asking.Wait(long nanosPerSecond, var _)) {
            parts.add(new WaitingIr(nanosPerSecond, when, text.whole()));
        }
    }

    private void route(List<Asking> asked, Condition when) {
        long routes = asked.stream().filter(ReadRule::isRoute).count();
        boolean isBroken = asked.stream().anyMatch(Asking.Broken.class::isInstance);
        if (isBroken) {
            models.isIncomplete();
        } else if (routes != 1 || !isRoute(asked.getFirst())) {
            notOne(
                    "does not call `decision.route`, or choose among plans, once",
                    "write `decision.route(\"provider/model\", Effort.HIGH);`, or `decision.bestOf()` with several plans");
        } else {
            var choice = choice(asked.getFirst());
            var rest = asked.subList(1, asked.size());
            var fallbacks = rest.stream()
                    .map(ReadRule::fallback)
                    .filter(Objects::nonNull)
                    .toList();
            if (choice != null && fallbacks.size() == rest.size()) {
                parts.add(new Parts.Routing(rule.getName(), when, choice, fallbacks, text.whole()));
            }
        }
    }

    private static boolean isRoute(Asking asking) {
        return asking instanceof Asking.Route || asking instanceof Asking.Choose;
    }

    private static @Nullable Function<Candidates, ChoiceIr> choice(Asking asking) {
        return switch (asking) {
            case Asking.Route(PlanIr plan, var _) when plan != null -> _ -> new ChoiceIr.One(plan);
            case Asking.Choose(Choosing choosing, var _) when choosing != null -> choosing::among;
            case Asking.Route _,
                    Asking.Choose _,
                    Asking.Classify _,
                    Asking.Wait _,
                    Asking.Fallback _,
                    Asking.Limit _,
                    Asking.Broken _ -> null;
        };
    }

    private static @Nullable PlanIr fallback(Asking asking) {
        return asking instanceof Asking.Fallback(var plan, var _) ? plan : null;
    }

    private void limit(List<Asking> asked, Condition when) {
        if (asked.isEmpty()) {
            mistakes.error(
                    Code.NOT_ONE_CALL,
                    text.name(),
                    "the rule `" + rule.getName() + "` sets no limit",
                    "write `decision.limitCap(1000, \"why\");` or another limit");
        }
        for (Asking asking : asked) {
            if (asking instanceof Asking.Limit(var bound, String because, Span span)) {
                parts.add(new LimitIr(because != null ? because : rule.getName(), bound, when, span));
            }
        }
    }

    private void notOne(String fault, String help) {
        mistakes.error(
                Code.NOT_ONE_CALL,
                text.name(),
                "the rule `" + rule.getName() + "` " + fault + ", before everything else",
                help);
    }
}
