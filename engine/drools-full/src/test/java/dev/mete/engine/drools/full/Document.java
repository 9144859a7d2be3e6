package dev.mete.engine.drools.full;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.diagnostic.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What users read about policies in DRL: {@code docs/drools.md}. */
final class Document {
    private static final Path FILE = Path.of("../../docs/drools.md");

    private Document() {}

    static String text() {
        return text(FILE);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The complete policy. */
    static Source policy() {
        return Source.of("docs/drools.md", block("drl"));
    }

    /** The first block of code in a language. */
    static String block(String language) {
        var matcher =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(text());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
