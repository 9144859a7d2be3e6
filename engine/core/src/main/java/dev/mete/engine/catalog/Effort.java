package dev.mete.engine.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How hard a model may think, from not at all to as hard as it can.
 *
 * <p>Each level has a smallest useful thinking budget, below which asking for the level is a waste, and an allowance, which is what a plan without
 * a figure of its own gets. The floors are the budgets that LiteLLM 1.x maps the words to, the least that any gateway gives them; the allowance is
 * four times the floor.
 */
public enum Effort {
    NONE(0),
    MINIMAL(128),
    LOW(1_024),
    MEDIUM(2_048),
    HIGH(4_096),
    XHIGH(8_192),
    MAX(16_384);

    private static final List<String> WORDS =
            Stream.of(values()).map(Effort::word).toList();
    private static final int ALLOWANCE_PER_FLOOR = 4;

    private final long floor;
    private final String word;

    Effort(long floor) {
        this.floor = floor;
        this.word = name().toLowerCase(Locale.ROOT);
    }

    /** The level in lower case, as policies and providers write it. */
    public String word() {
        return word;
    }

    /** The least thinking, in tokens, that makes the level worth asking for. */
    public long thinkingFloor() {
        return floor;
    }

    /** The thinking, in tokens, that the level gets where a plan gives no figure. */
    public long thinkingAllowance() {
        return ALLOWANCE_PER_FLOOR * floor;
    }

    /** All words, lowest first. */
    public static List<String> words() {
        return WORDS;
    }

    /** The level of a word. */
    public static Optional<Effort> of(String word) {
        int position = WORDS.indexOf(word);
        return position < 0 ? Optional.empty() : Optional.of(values()[position]);
    }
}
