package dev.mete.dsl.format;

import dev.mete.dsl.format.Fill.Stretch;
import dev.mete.dsl.parse.Lexeme.Kind;
import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.PolicyFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays a file out, item by item. */
final class LayOut {
    private final Script script;
    private final Measures measures;
    private final Page page = new Page();
    private final Fill fill;
    private final Rows rows;
    private final LayOutBlock block;
    private final LayOutPlans plans;

    private LayOut(Script script, Roles roles) {
        this.script = script;
        this.measures = new Measures(script, roles);
        this.fill = new Fill(script, measures, page);
        this.rows = new Rows(script, measures, page);
        this.block = new LayOutBlock(script, page, fill, rows);
        this.plans = new LayOutPlans(script, page, fill, rows);
    }

    /** The text of a file without mistakes in its canonical layout. */
    static String of(PolicyFile file, Script script) {
        var layout = new LayOut(script, Roles.of(file, script));
        layout.items(file.items());
        return layout.page.text();
    }

    private void items(List<Item> items) {
        Item last = null;
        for (int number = 0; number < items.size(); number++) {
            Item item = items.get(number);
            int from = script.at(item.span().start());
            int to = number + 1 < items.size()
                    ? script.at(items.get(number + 1).span().start())
                    : script.size();
            measures.measure(item, from, to);
            boolean goesOn = last != null && last.getClass() == item.getClass() && !isAfterBlank(from);
            if (!goesOn || !isRow(item)) {
                rows.write(0);
            }
            item(item, last, from, to);
            last = item;
        }
        rows.write(0);
        end(last);
    }

    private void item(Item item, @Nullable Item last, int from, int to) {
        Runnable lead = () -> before(from, last, item);
        if (!isRow(item)) {
            lead.run();
        }
        switch (item) {
            case Item.PolicyName _, Item.Include _ ->
                rows.add(new Row(from, to, false, List.of(), Row.NONE, Row.NONE), lead);
            case Item.Let _, Item.BucketLine _ -> rows.add(Row.of(from, to, from + 2, Row.NONE), lead);
            case Item.Limit _ -> rows.add(reasoned(from, to, true), lead);
            case Item.Ensure _, Item.WaitingCosts _ -> rows.add(reasoned(from, to, false), lead);
            case Item.Models models ->
                block.write(from, to, models.lines().stream().map(Item.ModelLine::span));
            case Item.Features features ->
                block.write(from, to, features.lines().stream().map(Item.FeatureLine::span));
            case Item.Rule rule -> plans.rule(from, to, rule.choice());
            case Item.Otherwise otherwise -> plans.otherwise(from, to, otherwise.choice());
            case Item.Test _ -> plans.test(from, to);
            case Item.Broken _ -> fill.write(Stretch.of(from, to, 0));
        }
    }

    /** Whether an item is one line among others, and not one that stands between blank lines. */
    private static boolean isRow(Item item) {
        return switch (item) {
            case Item.Let _, Item.BucketLine _, Item.WaitingCosts _, Item.Limit _, Item.Ensure _ -> true;
            case Item.PolicyName _, Item.Include _ -> true;
            case Item.Models _, Item.Features _, Item.Rule _, Item.Otherwise _, Item.Test _, Item.Broken _ -> false;
        };
    }

    /** A line with a condition and a reason, both of which may be missing; a limit has a bound before them. */
    private Row reasoned(int from, int to, boolean isLimit) {
        int when = find(Kind.WHEN, from, to);
        int because = find(Kind.BECAUSE, from, to);
        var columns = isLimit ? List.of(from + 2, when, because) : List.of(when, because);
        return new Row(from, to, isLimit, columns, Row.NONE, because);
    }

    private int find(Kind kind, int from, int to) {
        for (int at = from; at < to; at++) {
            if (script.kind(at) == kind) {
                return at;
            }
        }
        return Row.NONE;
    }

    /** Writes the comments and the blank line before an item. A rule, a block and a test stand between blank lines. */
    private void before(int from, @Nullable Item last, Item item) {
        int own = ownComments(from, last);
        var comments = script.before(from);
        boolean isDue = last != null && (!isRow(item) || !isRow(last)) && !isAfterBlank(from, own);
        for (Comment comment : comments.subList(own, comments.size())) {
            if (isDue || comment.isAfterBlank()) {
                page.blank();
                isDue = false;
            }
            page.comment(0, comment);
        }
        if (isDue || script.isAfterBlank(from)) {
            page.blank();
        }
    }

    /** Writes indented comments right below a rule or a test, which are of its lines; returns how many there are. */
    private int ownComments(int from, @Nullable Item last) {
        if (!(last instanceof Item.Rule || last instanceof Item.Otherwise || last instanceof Item.Test)) {
            return 0;
        }
        int count = 0;
        for (Comment comment : script.before(from)) {
            if (!comment.isIndented() || comment.isAfterBlank()) {
                break;
            }
            page.comment(2, comment);
            count++;
        }
        return count;
    }

    private boolean isAfterBlank(int at) {
        return isAfterBlank(at, 0);
    }

    private boolean isAfterBlank(int at, int first) {
        var comments = script.before(at);
        return script.isAfterBlank(at)
                || comments.subList(first, comments.size()).stream().anyMatch(Comment::isAfterBlank);
    }

    private void end(@Nullable Item last) {
        int own = ownComments(script.size(), last);
        var comments = script.before(script.size());
        for (Comment comment : comments.subList(own, comments.size())) {
            if (comment.isAfterBlank()) {
                page.blank();
            }
            page.comment(0, comment);
        }
    }
}
