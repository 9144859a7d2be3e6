package dev.mete.engine.ir;

/** Where in a text another one is looked for. */
public enum TextMatch {
    STARTS_WITH("starts with"),
    ENDS_WITH("ends with"),
    CONTAINS("contains");

    private final String words;

    TextMatch(String words) {
        this.words = words;
    }

    /** The operator as the Mete language writes it. */
    public String words() {
        return words;
    }

    /** Whether the text has the part at this place. */
    public boolean holds(String text, String part) {
        return switch (this) {
            case STARTS_WITH -> text.startsWith(part);
            case ENDS_WITH -> text.endsWith(part);
            case CONTAINS -> text.contains(part);
        };
    }
}
