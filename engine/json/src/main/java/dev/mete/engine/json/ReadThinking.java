package dev.mete.engine.json;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Thinking;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how a model's thinking is set. Not thread-safe; used once. */
final class ReadThinking {
    private static final List<String> FIELDS = List.of("levels", "budget", "can_be_off");
    private static final List<String> BUDGET_FIELDS = List.of("min", "max");

    private final FormReading form;
    private final long outputLimit;

    /**
     * A reader for the thinking of one model.
     *
     * @param outputLimit 0 where it is not known
     */
    ReadThinking(FormReading form, long outputLimit) {
        this.form = form;
        this.outputLimit = outputLimit;
    }

    Optional<Thinking> read(Located value) {
        return form.fields(value, FIELDS).flatMap(this::thinking);
    }

    private Optional<Thinking> thinking(FieldsReading fields) {
        var levels = fields.optional("levels").map(this::levels).orElse(Set.of());
        Thinking.@Nullable Budget budget = fields.optional("budget")
                .flatMap(value -> form.fields(value, BUDGET_FIELDS))
                .flatMap(this::budget)
                .orElse(null);
        var canBeOff = fields.required("can_be_off").flatMap(form::flag);
        if (fields.optional("levels").isEmpty() && fields.optional("budget").isEmpty()) {
            form.error(
                    FormReading.MISSING,
                    fields.object().span(),
                    form.name(fields.object()) + " has neither `levels` nor `budget`",
                    "write what the model's API takes; leave `thinking` out for a model that does not think");
        }
        return canBeOff.isPresent() && (!levels.isEmpty() || budget != null)
                ? Optional.of(new Thinking(levels, budget, canBeOff.get()))
                : Optional.empty();
    }

    private Set<Effort> levels(Located value) {
        var levels = EnumSet.noneOf(Effort.class);
        var items = form.items(value).orElse(List.of());
        if (items.isEmpty() && value instanceof Located.Items) {
            form.wrongForm(value, "a list of at least one effort level", null);
        }
        @Nullable Effort last = null;
        for (Located item : items) {
            @Nullable
            Effort level =
                    form.word(item, "effort level", Effort.words(), Effort::of).orElse(null);
            if (level == null) {
                continue;
            }
            if (level == Effort.NONE) {
                form.error(
                        ReadModel.OUT_OF_LINE,
                        item.span(),
                        form.name(item) + " is `none`, which is no level of thinking",
                        "write \"can_be_off\": true instead");
            } else if (levels.contains(level)) {
                form.error(FormReading.TWICE, item.span(), "`" + level.word() + "` is there twice", "keep one of them");
            } else if (last != null && level.compareTo(last) < 0) {
                form.error(
                        ReadModel.OUT_OF_LINE,
                        item.span(),
                        "`" + level.word() + "` is less than `" + last.word() + "` before it",
                        "write the levels from the least to the most");
            } else {
                last = level;
            }
            if (level != Effort.NONE) {
                levels.add(level);
            }
        }
        return levels;
    }

    private Optional<Thinking.Budget> budget(FieldsReading fields) {
        var least = fields.required("min");
        var most = fields.required("max");
        long min = least.isEmpty()
                ? 0
                : form.whole(least.get(), 1, ReadModel.MOST_TOKENS).orElse(0);
        long max = most.isEmpty()
                ? 0
                : form.whole(most.get(), 1, ReadModel.MOST_TOKENS).orElse(0);
        if (min == 0 || max == 0 || least.isEmpty() || most.isEmpty()) {
            return Optional.empty();
        }
        if (outputLimit > 0 && max >= outputLimit) {
            form.error(
                    ReadModel.OUT_OF_LINE,
                    most.get().span(),
                    form.name(most.get()) + " is not below the output limit of " + outputLimit + " tokens",
                    "thinking counts as output: leave room for an answer, write at most " + (outputLimit - 1));
        }
        if (min > max) {
            form.error(
                    ReadModel.OUT_OF_LINE,
                    least.get().span(),
                    form.name(least.get()) + " is above the largest budget of " + max + " tokens",
                    "swap them");
            return Optional.empty();
        }
        return Optional.of(new Thinking.Budget(min, max));
    }
}
