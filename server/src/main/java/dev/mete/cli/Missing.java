package dev.mete.cli;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Figures;
import dev.mete.engine.catalog.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a catalog does not say of a model, and what is impossible without it. */
final class Missing {
    private Missing() {}

    /** A paragraph; nothing where nothing is missing. */
    static String text(Model model, Palette palette) {
        var lines = lines(model);
        return lines.isEmpty() ? "" : palette.doubtful("  not known") + "\n    " + String.join("\n    ", lines) + "\n";
    }

    private static List<String> lines(Model model) {
        Figures figures = model.figures();
        var lines = new ArrayList<String>();
        if (figures.prices() == null) {
            lines.add("prices: no `cheapest of`, no `best of`, no `price(..)`, no `limit cost`, no estimate of a cost");
        }
        line(
                lines,
                model,
                effort -> figures.thinking(effort).isPresent(),
                "how long it thinks",
                "no `best of`, no `cheapest of`, no expected cost, no `cut_off`; no latency, unless it was measured with the thinking");
        line(
                lines,
                model,
                effort -> figures.speed(effort).isPresent(),
                "how fast it is",
                "no `fastest of`, no `latency`, no cap from a deadline; `best of` where waiting costs");
        line(
                lines,
                model,
                effort -> !figures.errors().of(effort).isEmpty(),
                "how often it is wrong",
                "no `best of`, no `p_error`");
        return lines;
    }

    private static void line(List<String> lines, Model model, Predicate<Effort> isKnown, String what, String without) {
        var unknown = model.efforts().stream().filter(isKnown.negate()).toList();
        if (!unknown.isEmpty()) {
            String where = unknown.size() == model.efforts().size() ? "" : " at " + CatalogList.words(unknown);
            lines.add(what + where + ": " + without);
        }
    }
}
