package dev.mete.cli;

import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.Thinking;
import java.time.LocalDate;

/** What a model is and takes, for people. Immutable. */
final class ShowModel {
    private final Model model;
    private final LocalDate day;
    private final Palette palette;

    ShowModel(Model model, LocalDate day, Palette palette) {
        this.model = model;
        this.day = day;
        this.palette = palette;
    }

    String text() {
        var text = new StringBuilder(palette.bold(model.id())).append(state()).append('\n');
        text.append("  called `")
                .append(model.name())
                .append("` by ")
                .append(model.api().word());
        if (model.figures().serviceTier() != null) {
            text.append(", service tier ").append(model.figures().serviceTier());
        }
        text.append("\n  context window ")
                .append(Figure.whole(model.contextWindow()))
                .append(" tokens");
        if (model.inputLimit() < model.contextWindow()) {
            text.append(", input at most ").append(Figure.whole(model.inputLimit()));
        }
        text.append(", output at most ")
                .append(Figure.whole(model.outputLimit()))
                .append('\n');
        return text.append("  ").append(thinking()).append('\n').toString();
    }

    private String state() {
        LocalDate retired = model.lifecycle().retired();
        if (retired != null) {
            return model.lifecycle().isRetired(day)
                    ? palette.bad(" retired since " + retired)
                    : palette.doubtful(" retires on " + retired);
        }
        return model.lifecycle().deprecated() ? palette.doubtful(" deprecated") : "";
    }

    private String thinking() {
        Thinking thinking = model.thinking();
        if (thinking == null) {
            return "does not think";
        }
        String levels = thinking.levels().isEmpty() ? "" : " by the efforts " + CatalogList.words(thinking.levels());
        Thinking.Budget budget = thinking.budget();
        String tokens = budget == null
                ? ""
                : (levels.isEmpty() ? " by" : " and") + " a budget of " + Figure.whole(budget.least()) + " to "
                        + Figure.whole(budget.most()) + " tokens";
        return "thinks" + levels + tokens + (thinking.canBeOff() ? "; can be off" : "; cannot be off");
    }
}
