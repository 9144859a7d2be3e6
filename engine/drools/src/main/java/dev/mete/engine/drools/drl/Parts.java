package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.economics.Candidates;
import dev.mete.engine.ir.BucketIr;
import dev.mete.engine.ir.ChoiceIr;
import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.PlanIr;
import dev.mete.engine.ir.RuleIr;
import dev.mete.engine.ir.WaitingIr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The parts of a policy that its rules come to, in order. Not thread-safe; one per file. */
final class Parts {
    private final Mistakes mistakes;
    private final List<BucketIr> buckets = new ArrayList<>();
    private final List<WaitingIr> waiting = new ArrayList<>();
    private final List<Routing> routings = new ArrayList<>();
    private final List<LimitIr> limits = new ArrayList<>();
    private final Map<String, Span> names = new HashMap<>();
    private final List<Place> places = new ArrayList<>();
    private boolean complete = true;

    Parts(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /**
     * A rule that routes.
     *
     * @param choice what it asks for, given what waiting costs
     */
    record Routing(
            String name, Condition when, Function<Candidates, ChoiceIr> choice, List<PlanIr> fallbacks, Span span) {
        private RuleIr rule(Candidates candidates) {
            return new RuleIr(name, when, choice.apply(candidates), fallbacks, span);
        }
    }

    private record Place(Group group, Taking taking, Span name) {}

    /** Which tasks a rule takes. */
    enum Taking {
        ALL,
        SOME,
        /** What its patterns ask for could not be read. */
        UNKNOWN
    }

    /**
     * Notes a rule.
     *
     * @param taking which tasks it takes
     */
    void addName(String name, Group group, Taking taking, Span span) {
        Span first = names.putIfAbsent(name, span);
        if (first != null) {
            mistakes.error(
                    Code.DECLARED_TWICE,
                    span,
                    "two rules are called `" + name + "`",
                    "give one of them another name; the first is in line "
                            + first.position().line());
        }
        places.add(new Place(group, taking, span));
    }

    /** Notes that a rule's group could not be read, so that it may be the last one of any. */
    void addUnknown() {
        complete = false;
    }

    void add(BucketIr bucket) {
        buckets.add(bucket);
    }

    void add(WaitingIr line) {
        waiting.add(line);
    }

    void add(Routing routing) {
        routings.add(routing);
    }

    void add(LimitIr limit) {
        limits.add(limit);
    }

    List<BucketIr> buckets() {
        return buckets;
    }

    List<WaitingIr> waiting() {
        return waiting;
    }

    /** Whether there are routing rules. */
    boolean canRoute() {
        return !routings.isEmpty();
    }

    /** The routing rules, the one for all other tasks too. */
    List<RuleIr> rules() {
        var candidates = new Candidates(Fields.FEATURES, waiting);
        return routings.stream().map(routing -> routing.rule(candidates)).toList();
    }

    List<LimitIr> limits() {
        return limits;
    }

    /** Checks that where the first rule decides, no rule but the last takes every task; and that the last one does, where there has to be one. */
    void checkOrder() {
        checkOrder(Group.CLASSIFY);
        checkOrder(Group.WAIT);
        checkOrder(Group.ROUTE);
    }

    private void checkOrder(Group group) {
        var ofGroup = places.stream().filter(place -> place.group() == group).toList();
        if (ofGroup.isEmpty()) {
            if (group == Group.ROUTE) {
                missing(group, mistakes.source().start());
            }
            return;
        }
        for (int i = 1; i < ofGroup.size(); i++) {
            if (ofGroup.get(i - 1).taking() == Taking.ALL) {
                mistakes.error(
                        Code.AFTER_OTHERWISE,
                        ofGroup.get(i).name(),
                        "no task comes to this rule: "
                                + ofGroup.get(i - 1).name().text() + " before it takes every task",
                        "move it up, or give the rule before it a constraint");
                return;
            }
        }
        if (ofGroup.getLast().taking() == Taking.SOME) {
            missing(group, ofGroup.getLast().name());
        }
    }

    private void missing(Group group, Span place) {
        String form = switch (group) {
            case CLASSIFY -> "`Task()` then `decision.classify(Bucket.MAYBE);`";
            case ROUTE -> "`rule \"otherwise\" ruleflow-group \"route\" when Task() then decision.route(…); end`";
            case WAIT, LIMIT -> null;
        };
        if (!complete || form == null) {
            return;
        }
        mistakes.error(
                Code.OTHERWISE_MISSING,
                place,
                "the group `" + group.word() + "` has no last rule for every other task",
                "end it with " + form);
    }
}
