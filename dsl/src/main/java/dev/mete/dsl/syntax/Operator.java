package dev.mete.dsl.syntax;

/** An operator that compares. */
public enum Operator {
    EQUAL("="),
    NOT_EQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    IS("is"),
    IS_NOT("is not"),
    IN("in");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** The operator as policies write it. */
    public String sign() {
        return sign;
    }
}
