package dev.mete.engine.diagnostic;

/** How much a diagnostic matters: an error keeps a policy from loading, a warning does not. */
public enum Severity {
    ERROR("error"),
    WARNING("warning");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** The severity in lower case, as messages show it. */
    public String word() {
        return word;
    }
}
