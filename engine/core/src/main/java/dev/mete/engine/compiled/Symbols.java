package dev.mete.engine.compiled;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbers texts from 1 on. A table with open addressing that is searched by hash: a text that is not there is most often not looked at. Immutable,
 * thread-safe.
 */
final class Symbols {
    /** The hash of a text above its number; 0 where there is none. */
    private final long[] entries;

    private final @Nullable String[] texts;
    private final int mask;

    /** The symbols of texts of which no two are equal, in order. */
    Symbols(List<String> texts) {
        int size = Integer.highestOneBit(Math.max(1, texts.size())) * 4;
        this.texts = new String[size];
        this.entries = new long[size];
        this.mask = size - 1;
        for (int i = 0; i < texts.size(); i++) {
            int hash = texts.get(i).hashCode();
            int at = first(hash);
            while (entries[at] != 0) {
                at = at + 1 & mask;
            }
            this.texts[at] = texts.get(i);
            this.entries[at] = (long) hash << Integer.SIZE | i + 1;
        }
    }

    /**
     * The number of a text; 0 where it has none.
     *
     * @param hash the text's {@link String#hashCode}
     */
    int of(String text, int hash) {
        int at = first(hash);
        for (long entry = entries[at]; entry != 0; entry = entries[at]) {
            if ((int) (entry >> Integer.SIZE) == hash && text.equals(texts[at])) {
                return (int) entry;
            }
            at = at + 1 & mask;
        }
        return 0;
    }

    private int first(int hash) {
        return (hash ^ hash >>> 16) & mask;
    }
}
