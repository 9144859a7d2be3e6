package dev.mete.engine.json.imports;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Why something of a price map could not be carried over. */
enum Reason {
    NO_OBJECT("the entry is no object"),
    NO_CHAT("it is no model to chat with"),
    NO_PROVIDER("it names no provider"),
    NO_DIALECT("no API dialect is known for the provider (say it with --api PROVIDER=DIALECT)"),
    OWN_DEPLOYMENT("requests name a deployment of your own, not the model"),
    BAD_NAME("the name is none that a catalog takes"),
    NO_WINDOW("the context window is not said"),
    NO_OUTPUT_LIMIT("the output limit is not said"),
    OUTPUT_ABOVE_WINDOW("the output limit is above the context window"),
    TWICE("a model with this id came before"),
    NOT_IN_CATALOG("the catalog has no such model"),
    OTHER_NAME("its rule for names fits a model of the catalog, but does not name it: not taken"),
    SELF_HOSTED("the catalog prices the model by its GPUs"),

    NO_PRICES("prices are missing"),
    HALF_PRICES("only one of the prices of input and output is said, so there are none"),
    NO_NUMBER("a price is no number, so there are none"),
    TOO_FINE("a price has more than 6 digits after the point, in dollars per million tokens, so there are none"),
    OUT_OF_RANGE("a price is below 0 or above 10,000 dollars per million tokens, so there are none"),
    OTHER_PRICES("the prices are in a form that is not read, so there are none"),
    FREE("the price of input and output is 0, and was taken so"),
    OTHER_PERIODS("the price of the day was replaced, and those of other days or times stay"),
    NEWER("a figure of the catalog is of a later day, and was left as it is"),
    ALIKE("its rule for names fits another model of the catalog, but does not name it: not taken"),
    KEPT_PART("a price of the catalog that the file does not say was left as it is"),
    LOST_PART("a price of the catalog that the file does not say is gone"),
    OTHER_LIMIT("a limit or the end of a model differs from the catalog's, which was left as it is"),
    INPUT_ABOVE_WINDOW("the input limit is above the context window, and was left out"),
    NO_LEVELS("it thinks, but the file does not say by which efforts or budgets: `thinking` is left out"),
    UNKNOWN_LEVEL("an effort word is none that a catalog knows"),
    NO_BOUNDS("a thinking budget without both bounds, or with one that leaves no room for an answer"),
    THINKING_UNSAID("whether it thinks is not said: `thinking` is left out, and calls leave it to the model"),
    UPLIFT("a region or a mode costs more by a factor that a catalog has no place for"),
    TIER("a service tier has not one exact factor for all its prices"),
    BAD_DAY("a day is none"),
    WRONG_FORM("a field has another form than it should have");

    /** What an update, which takes no thinking, has nothing to do with. */
    static final Set<Reason> OF_THINKING =
            Collections.unmodifiableSet(EnumSet.of(NO_LEVELS, UNKNOWN_LEVEL, NO_BOUNDS, THINKING_UNSAID));

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
