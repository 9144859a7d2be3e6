package dev.mete.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.regex.Pattern;

/** How all JSON is read and written: strict, UTF-8 only, within limits that hold before anything is kept. Thread-safe. */
public final class JsonForms {
    /** How deep objects and arrays may nest. */
    public static final int DEEPEST = 32;

    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 1_024;
    private static final int LONGEST_STRING = 4 << 20;

    /** How Jackson names a place within a message. */
    private static final Pattern SOURCE = Pattern.compile("\\[Source: [^;]*; line: (\\d+), column: (\\d+)]");

    /** How deep a reader that leaves out what is too deep follows it, so that it finds what else is wrong. */
    private static final int DEEPEST_LEFT_OUT = 100_000;

    private static final JsonFactory FACTORY = factory(DEEPEST);
    private static final JsonFactory LENIENT = factory(DEEPEST_LEFT_OUT);

    private JsonForms() {}

    private static JsonFactory factory(int deepest) {
        return JsonFactory.builder()
                // Else a body in UTF-16 or UTF-32 would be detected and read.
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                // Names come from outside: interning them would keep them for good.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(deepest)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .maxStringLength(LONGEST_STRING)
                        .build())
                .build();
    }

    /** Makes parsers and generators. Whether anything follows a value is for the caller to check. */
    public static JsonFactory factory() {
        return FACTORY;
    }

    /** Makes parsers for who leaves out whatever is nested deeper than {@link #DEEPEST}. */
    static JsonFactory lenientInDepth() {
        return LENIENT;
    }

    /** What is wrong with a text that is no JSON, or is more than the limits allow: one phrase, without its place. */
    public static String message(JsonProcessingException e) {
        String first = e.getOriginalMessage().lines().findFirst().orElse("no JSON");
        if (e instanceof StreamConstraintsException) {
            return first.contains("nesting depth")
                    ? "more than " + DEEPEST + " levels deep"
                    : lowerCase(first.replaceAll(", from `[^`]*`", ""));
        }
        // a setting of the parser is nothing that who wrote the text can do something about
        String message = first.replaceAll(": enable `.*", "");
        return lowerCase(SOURCE.matcher(message).replaceAll("line $1, column $2"));
    }

    private static String lowerCase(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
