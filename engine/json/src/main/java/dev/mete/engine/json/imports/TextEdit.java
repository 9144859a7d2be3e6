package dev.mete.engine.json.imports;

/** Other words in the place of some of a text. */
record TextEdit(int start, int end, String text) {}
