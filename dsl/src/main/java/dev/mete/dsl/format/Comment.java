package dev.mete.dsl.format;

/**
 * A comment on a line of its own.
 *
 * @param text from the {@code #} on, without blanks at its end
 * @param isAfterBlank whether a blank line stands before it
 * @param isIndented whether it does not start its line
 */
record Comment(String text, boolean isAfterBlank, boolean isIndented) {}
