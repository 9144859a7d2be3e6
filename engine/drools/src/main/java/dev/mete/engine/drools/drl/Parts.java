package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.BucketIr;
import dev.mete.engine.ir.LimitIr;
import dev.mete.engine.ir.RuleIr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The parts of a policy that its rules come to, in order. Not thread-safe; one per file. */
final class Parts {
    private final Mistakes mistakes;
    private final List<BucketIr> buckets = new ArrayList<>();
    private final List<RuleIr> rules = new ArrayList<>();
    private final List<LimitIr> limits = new ArrayList<>();
    private final Map<String, Span> names = new HashMap<>();
    private final List<Place> places = new ArrayList<>();
    private boolean complete = true;

    Parts(Mistakes mistakes) {
        this.mistakes = mistakes;
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

    void add(RuleIr rule) {
        rules.add(rule);
    }

    void add(LimitIr limit) {
        limits.add(limit);
    }

    List<BucketIr> buckets() {
        return buckets;
    }

    /** The routing rules, the one for all other tasks too. */
    List<RuleIr> rules() {
        return rules;
    }

    List<LimitIr> limits() {
        return limits;
    }

    /** Checks that the last rule of each phase in which the first one decides takes every task, and no other does. */
    void checkOrder() {
        checkOrder(Group.CLASSIFY, "`Task()` then `decision.classify(Bucket.MAYBE);`");
        checkOrder(
                Group.ROUTE, "`rule \"otherwise\" ruleflow-group \"route\" when Task() then decision.route(…); end`");
    }

    private void checkOrder(Group group, String form) {
        var ofGroup = places.stream().filter(place -> place.group() == group).toList();
        if (ofGroup.isEmpty()) {
            if (group == Group.ROUTE) {
                missing(group, mistakes.source().start(), form);
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
            missing(group, ofGroup.getLast().name(), form);
        }
    }

    private void missing(Group group, Span place, String form) {
        if (!complete) {
            return;
        }
        mistakes.error(
                Code.OTHERWISE_MISSING,
                place,
                "the group `" + group.word() + "` has no last rule for every other task",
                "end it with " + form);
    }
}
