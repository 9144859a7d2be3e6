package dev.mete.cli;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Model;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.simulate.run.Baseline;

/** Reads a model and an effort, written {@code model/effort}. */
final class ReadBaseline {
    private ReadBaseline() {}

    static Baseline of(String written, Catalog catalog) throws Stopped {
        int slash = written.lastIndexOf('/');
        String word = written.substring(slash + 1);
        var effort = Effort.of(word);
        if (slash < 0 || effort.isEmpty()) {
            throw new Stopped("the baseline `" + written + "` does not end in an effort: write MODEL/EFFORT, as in `"
                    + (catalog.model(written).isPresent()
                            ? written
                            : catalog.ids().iterator().next()) + "/low`");
        }
        String id = written.substring(0, slash);
        Model model = catalog.model(id)
                .orElseThrow(() ->
                        new Stopped("the catalog has no model `" + id + "`: " + NearestName.help(id, catalog.ids())));
        if (!model.efforts().contains(effort.get())) {
            throw new Stopped("`" + id + "` has no effort `" + word + "`: it has "
                    + String.join(
                            ", ", model.efforts().stream().map(Effort::word).toList()));
        }
        return new Baseline(id, effort.get());
    }
}
