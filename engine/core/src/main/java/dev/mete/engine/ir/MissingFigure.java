package dev.mete.engine.ir;

/** A figure that a catalog does not state of a model. */
public enum MissingFigure {
    PRICES("what it costs", "prices"),
    SPEED("how fast it is", "speeds"),
    THINKING("how long it thinks", "thinking_lengths"),
    ERRORS("how often it is wrong", "errors");

    private final String words;
    private final String field;

    MissingFigure(String words, String field) {
        this.words = words;
        this.field = field;
    }

    /** What is not known, as the end of `the catalog does not say`. */
    public String words() {
        return words;
    }

    /** The field of a catalog that states it. */
    public String field() {
        return field;
    }
}
