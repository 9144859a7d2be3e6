package dev.mete.engine.compiled;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers texts from 1 on. A table with open addressing: what is looked up is most often the very text, or none. Immutable, thread-safe. */
final class Symbols {
    private final @Nullable String[] texts;
    private final int[] symbols;
    private final int mask;
    private final int count;

    /** The symbols of texts of which no two are equal, in order. */
    Symbols(List<String> texts) {
        int size = Integer.highestOneBit(Math.max(1, texts.size())) * 4;
        this.texts = new String[size];
        this.symbols = new int[size];
        this.mask = size - 1;
        this.count = texts.size();
        for (int i = 0; i < texts.size(); i++) {
            int at = place(texts.get(i));
            this.texts[at] = texts.get(i);
            this.symbols[at] = i + 1;
        }
    }

    /** How many texts have a number. */
    int count() {
        return count;
    }

    /** The number of a text; 0 where it has none. */
    int of(String text) {
        return symbols[place(text)];
    }

    /** Where a text stands, or would stand. */
    private int place(String text) {
        int hash = text.hashCode();
        int at = (hash ^ hash >>> 16) & mask;
        for (String there = texts[at]; there != null && !there.equals(text); there = texts[at]) {
            at = at + 1 & mask;
        }
        return at;
    }
}
