package dev.mete.cli;

/** The form of what a command prints; the names are what users write. */
enum Format {
    text,
    json
}
