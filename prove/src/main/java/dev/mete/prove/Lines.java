package dev.mete.prove;

import dev.mete.engine.ir.Condition;
import dev.mete.engine.ir.PolicyIr;
import dev.mete.prove.space.Cells;
import dev.mete.prove.space.Formula;
import dev.mete.prove.space.Space;
import dev.mete.prove.space.Translate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a policy's lines ask, as formulas: of a task that comes to a line they all hold. Immutable, thread-safe. */
public final class Lines {
    private final Space space;
    private final int axis;
    private final List<Formula> bucketLines = new ArrayList<>();
    private final List<Formula> notBucketLines = new ArrayList<>();
    private final List<Formula> rules = new ArrayList<>();
    private final List<Formula> notRules = new ArrayList<>();
    private final List<Formula> limits = new ArrayList<>();
    private final List<Formula> buckets = new ArrayList<>();

    /** The lines of a policy alone. */
    static Lines of(PolicyIr policy) {
        var claims = policy.ensures().stream()
                .flatMap(ensure -> Stream.of(ensure.when(), ensure.claim()))
                .toList();
        return new Lines(policy, Space.of(policy, claims), 0);
    }

    /**
     * The lines of a policy of a space.
     *
     * @param place which of the space's policies it is
     */
    public Lines(PolicyIr policy, Space space, int place) {
        this.space = space;
        this.axis = space.bucketLines(place);
        var translate = new Translate(space, place, null);
        policy.buckets().forEach(line -> add(translate, line.when(), bucketLines, notBucketLines));
        policy.rules().forEach(rule -> add(translate, rule.when(), rules, notRules));
        policy.limits().forEach(limit -> limits.add(translate.formula(limit.when())));
        for (int line = 0; line < bucketLines.size(); line++) {
            // the line that the axis names holds, and a line that holds is not before it
            buckets.add(Formula.any(List.of(otherThan(line), bucketLines.get(line))));
            buckets.add(Formula.any(List.of(notBucketLines.get(line), upTo(line))));
        }
    }

    private static void add(Translate translate, Condition when, List<Formula> yes, List<Formula> no) {
        yes.add(translate.formula(when));
        no.add(translate.opposite(when));
    }

    private Formula otherThan(int line) {
        return new Formula.Test(axis, space.all(axis).minus(Cells.only(line)));
    }

    private Formula upTo(int line) {
        return new Formula.Test(axis, Cells.range(0, line + 1));
    }

    Space space() {
        return space;
    }

    /** That the bucket lines lead where the axis of theirs says. */
    public List<Formula> buckets() {
        return buckets;
    }

    /** Where each bucket line holds. */
    public List<Formula> bucketLines() {
        return bucketLines;
    }

    /** Where a rule decides, as far as its own and earlier conditions say; the number of rules stands for `otherwise`. */
    public List<Formula> decides(int rule) {
        var formulas = new ArrayList<>(noRuleBefore(rule));
        if (rule < rules.size()) {
            formulas.addFirst(rules.get(rule));
        }
        return formulas;
    }

    /** Where a rule's own condition holds. */
    public Formula ruleHolds(int rule) {
        return rules.get(rule);
    }

    /** Where a limit holds. */
    public Formula limitHolds(int limit) {
        return limits.get(limit);
    }

    /** How many rules there are, `otherwise` aside. */
    int rules() {
        return rules.size();
    }

    /** What holds of a task for which a rule holds; the number of rules stands for `otherwise`. */
    public List<Formula> rule(int rule) {
        return rule < rules.size() ? with(rules.get(rule)) : buckets;
    }

    /** Of each rule before one, that it does not hold. */
    public List<Formula> noRuleBefore(int rule) {
        return notRules.subList(0, rule);
    }

    /** What holds of a task for which a bucket line holds; the number of lines stands for none. */
    public List<Formula> bucketLine(int line) {
        return line < bucketLines.size() ? List.of(bucketLines.get(line)) : List.of();
    }

    /** Of each bucket line before one, that it does not hold. */
    public List<Formula> noBucketLineBefore(int line) {
        return notBucketLines.subList(0, line);
    }

    /** What holds of a task for which a formula does. */
    List<Formula> with(Formula formula) {
        return Stream.concat(Stream.of(formula), buckets.stream()).toList();
    }

    /** That a limit holds. */
    List<Formula> limit(int limit) {
        return with(limits.get(limit));
    }
}
