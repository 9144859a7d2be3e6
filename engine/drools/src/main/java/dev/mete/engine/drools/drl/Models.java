package dev.mete.engine.drools.drl;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.ir.PolicyModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models that a rule file names, in the order in which it first does. A model's alias is its id. Not thread-safe; one per file. */
final class Models {
    private final Catalog catalog;
    private final Mistakes mistakes;
    private final Map<String, PolicyModel> named = new LinkedHashMap<>();
    private boolean complete = true;

    Models(Catalog catalog, Mistakes mistakes) {
        this.catalog = catalog;
        this.mistakes = mistakes;
    }

    /** The model of an id in quotes; nothing where that was reported. */
    Optional<PolicyModel> read(Expr expr) {
        if (!(expr instanceof Expr.Text(String id, var span))) {
            complete = false;
            if (!(expr instanceof Expr.Broken)) {
                mistakes.error(
                        Code.WRONG_KIND_OF_VALUE,
                        expr.span(),
                        "`" + expr.span().text() + "` is no model",
                        "write a model's id from the catalog in quotes");
            }
            return Optional.empty();
        }
        var model = catalog.model(id);
        if (model.isEmpty()) {
            complete = false;
            mistakes.error(
                    Code.NOT_IN_CATALOG,
                    span,
                    "the catalog has no model \"" + id + "\"",
                    NearestName.help(id, catalog.ids()));
        }
        return model.map(known -> named.computeIfAbsent(id, _ -> new PolicyModel(id, known, span)));
    }

    /** Notes that a rule could not be read, so that models that it names are missing here. */
    void isIncomplete() {
        complete = false;
    }

    boolean areComplete() {
        return complete;
    }

    List<PolicyModel> all() {
        return List.copyOf(named.values());
    }
}
