package dev.mete.engine.drools.drl;

/**
 * The diagnostics of restricted DRL. What can be got wrong in the Mete language too has the code that it has there; {@code D00} is what only DRL can
 * get wrong, {@code D02} what DRL has and restricted DRL does not. A code is never given another meaning.
 */
enum Code {
    UNEXPECTED("M0001"),
    OPEN_TEXT("M0003"),
    UNKNOWN_ESCAPE("M0004"),
    MISWRITTEN_NUMBER("M0006"),
    FILE_TOO_LARGE("M0008"),
    TOO_MANY_LINES("M0009"),
    TOO_MANY_RULES("M0010"),
    NESTED_TOO_DEEP("M0011"),
    INVISIBLE_CHARACTER("M0012"),
    MORE_MISTAKES("M0013"),

    UNKNOWN_NAME("M0101"),
    UNKNOWN_VALUE("M0102"),
    NOT_IN_CATALOG("M0104"),
    NAME_FORM("M0105"),
    DECLARED_TWICE("M0107"),
    UNKNOWN_EFFORT("M0109"),
    UNKNOWN_BUCKET("M0110"),

    NOT_COMPARABLE("M0201"),
    NO_CONDITION("M0203"),
    NO_AMOUNT("M0204"),
    WRONG_OPERATOR("M0205"),
    NOT_LINEAR("M0206"),
    OUT_OF_BOUNDS("M0207"),
    TOO_FINE("M0208"),
    TOO_LARGE_TO_COUNT("M0209"),
    WRONG_UNIT("M0210"),
    WRONG_KIND_OF_VALUE("M0212"),
    NO_ORDER("M0213"),
    BUCKET_IN_BUCKET("M0215"),
    WRONG_ARGUMENTS("M0217"),
    CUT_OFF_COMPARED("M0218"),
    WAITING_VARIES("M0219"),

    POLICY_NAME_MISSING("M0301"),
    OTHERWISE_MISSING("M0303"),
    AFTER_OTHERWISE("M0304"),
    SETTING_TWICE("M0311"),

    NOT_IMPORTED("D0001"),
    GLOBAL_MISSING("D0002"),
    GROUP_MISSING("D0003"),
    UNKNOWN_GROUP("D0004"),
    UNKNOWN_CALL("D0005"),
    CALL_OF_OTHER_GROUP("D0006"),
    NOT_ONE_CALL("D0007"),
    FIELD_FIRST("D0008"),
    DECIMAL_FACTOR("D0009"),
    MORE_THAN_AN_INT("D0010"),
    SINGLE_QUOTES("D0011"),
    ORDER_OF_TEXTS("D0012"),
    TASK_MISSING("D0013"),
    TOO_MUCH_TO_READ("D0014"),
    BOUND_TWICE("D0015"),
    NAME_TAKEN("D0016"),
    CHOICE_OUT_OF_ORDER("D0017"),

    OTHER_IMPORT("D0201"),
    OTHER_GLOBAL("D0202"),
    FUNCTION("D0203"),
    DECLARATION("D0204"),
    QUERY("D0205"),
    OTHER_ATTRIBUTE("D0206"),
    SALIENCE("D0207"),
    OTHER_DIALECT("D0208"),
    ANNOTATION("D0209"),
    EXTENDS("D0210"),
    OTHER_OPERATOR("D0211"),
    DIVISION("D0212"),
    OTHER_CALL("D0213"),
    OTHER_CONDITION("D0214"),
    OTHER_PATTERN("D0215"),
    SEVERAL_PATTERNS("D0216"),
    OTHER_STATEMENT("D0217"),
    OTHER_CONSEQUENCE("D0218"),
    UNICODE_ESCAPE("D0219"),
    OTHER_GROUP("D0220"),
    UNIT("D0221");

    private final String text;

    Code(String text) {
        this.text = text;
    }

    /** The code as diagnostics show it. */
    String text() {
        return text;
    }

    /** Whether a code says only that a file goes beyond restricted DRL. */
    static boolean isBeyond(String text) {
        return text.startsWith("D02");
    }
}
