package dev.mete.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page of the documentation, for tests that hold it true. Immutable. */
record Page(String text) {
    static Page of(String name) {
        try {
            return new Page(Files.readString(Path.of("..", "docs", name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks of a language, in order. */
    List<String> blocks(String language) {
        return Pattern.compile("^```" + language + "\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The rows of the table whose first header is the text: the cells of each, without the quotes of code. */
    List<List<String>> table(String header) {
        String start = "| " + header + " |";
        var rows = text.lines()
                .dropWhile(line -> !line.startsWith(start))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(Page::cells)
                .toList();
        assertThat(rows).as("the table of `%s`", header).isNotEmpty();
        return rows;
    }

    /** The first column of a table. */
    List<String> column(String header) {
        return table(header).stream().map(List::getFirst).toList();
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1, row.length() - 1).split("\\|"))
                .map(cell -> cell.strip().replace("`", ""))
                .toList();
    }

    /** All sources below a folder, as one text. */
    static String sources(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Rules::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the first group of a pattern matches, in order. */
    static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
