package dev.mete.dsl.parse;

/** The words and signs of a text in their order. */
interface TokenRow {
    /** How many there are. */
    int size();

    /** The type of the one at a place, as the grammar numbers types; the end of the file outside. */
    int type(int at);

    /** Takes the one at a place for another type. */
    void retype(int at, int type);

    /** The words of the one at a place. */
    String text(int at);

    /** Whether the next one follows without a blank. */
    boolean isJoinedToNext(int at);
}
