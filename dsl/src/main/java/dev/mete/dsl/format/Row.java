package dev.mete.dsl.format;

import java.util.List;

/**
 * A line that shares its columns with the lines around it.
 *
 * @param from its first word
 * @param to the word after its last
 * @param hasLead whether the first column is aligned even where not all of the line fits
 * @param columns the words that start its columns but the first; {@link #NONE} where it has none of a kind
 * @param below the word that what does not fit stands below; {@link #NONE} where that is indented as ever
 * @param reason the word that starts a line of its own where not all fits; {@link #NONE} where none does
 */
record Row(int from, int to, boolean hasLead, List<Integer> columns, int below, int reason) {
    static final int NONE = -1;

    Row {
        columns = List.copyOf(columns);
    }

    /** A line in which one column stands below the same of others, whatever follows. */
    static Row of(int from, int to, int column, int below) {
        return new Row(from, to, true, List.of(column), below, NONE);
    }
}
