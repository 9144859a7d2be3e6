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
final class Lines {
    private final Space space;
    private final List<Formula> bucketLines = new ArrayList<>();
    private final List<Formula> notBucketLines = new ArrayList<>();
    private final List<Formula> rules = new ArrayList<>();
    private final List<Formula> notRules = new ArrayList<>();
    private final List<Formula> limits = new ArrayList<>();
    private final List<Formula> buckets = new ArrayList<>();

    Lines(PolicyIr policy) {
        this.space = Space.of(
                policy,
                policy.ensures().stream()
                        .flatMap(ensure -> Stream.of(ensure.when(), ensure.claim()))
                        .toList());
        var translate = new Translate(space);
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
        return new Formula.Test(
                space.bucketLines(), space.all(space.bucketLines()).minus(Cells.only(line)));
    }

    private Formula upTo(int line) {
        return new Formula.Test(space.bucketLines(), Cells.range(0, line + 1));
    }

    Space space() {
        return space;
    }

    /** That the bucket lines lead where the axis of theirs says. */
    List<Formula> buckets() {
        return buckets;
    }

    /** That a rule is the first to hold; the number of rules stands for `otherwise`. */
    List<Formula> rule(int rule) {
        return Stream.of(
                        rule < rules.size() ? Stream.of(rules.get(rule)) : Stream.<Formula>empty(),
                        buckets.stream(),
                        notRules.subList(0, rule).stream())
                .flatMap(formulas -> formulas)
                .toList();
    }

    /** That a bucket line is the first to hold; the number of lines stands for none. */
    List<Formula> bucketLine(int line) {
        return Stream.concat(
                        line < bucketLines.size() ? Stream.of(bucketLines.get(line)) : Stream.empty(),
                        notBucketLines.subList(0, line).stream())
                .toList();
    }

    /** That a limit holds. */
    List<Formula> limit(int limit) {
        return Stream.concat(Stream.of(limits.get(limit)), buckets.stream()).toList();
    }
}
