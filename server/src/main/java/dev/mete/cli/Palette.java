package dev.mete.cli;

import picocli.CommandLine.Help.Ansi;

/** Colours for a terminal, and none in a pipe. */
enum Palette {
    COLOURED,
    PLAIN;

    private static final String RESET = "\u001b[0m";

    /** What standard output takes. */
    static Palette ofOutput() {
        return Ansi.AUTO.enabled() ? COLOURED : PLAIN;
    }

    String bold(String text) {
        return in("\u001b[1m", text);
    }

    String dim(String text) {
        return in("\u001b[2m", text);
    }

    String good(String text) {
        return in("\u001b[32m", text);
    }

    String bad(String text) {
        return in("\u001b[31m", text);
    }

    String doubtful(String text) {
        return in("\u001b[33m", text);
    }

    private String in(String code, String text) {
        return switch (this) {
            case COLOURED -> code + text + RESET;
            case PLAIN -> text;
        };
    }
}
