package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class LayoutDiffTest {
    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+),(\\d+) \\+(\\d+),(\\d+) @@");
    private static final List<String> SPACES = List.of("", "", " ", "\n", "\n\n", "  ");

    @Test
    void theSameTextHasNoDifference() {
        assertThat(LayoutDiff.of("x", "a\n", "a\n")).isEmpty();
    }

    @Test
    void farChangesStandInHunksOfTheirOwn() {
        String before = "a\n" + "x\n".repeat(10) + "b c\n";

        assertThat(LayoutDiff.of("f", before, "a\n\n" + "x\n".repeat(10) + "b\nc\n"))
                .isEqualTo("""
                --- f
                +++ f
                @@ -1,4 +1,5 @@
                 a
                +
                 x
                 x
                 x
                @@ -9,4 +10,5 @@
                 x
                 x
                 x
                -b c
                +b
                +c
                """);
    }

    @Test
    void anEmptyTextIsBeforeTheFirstLine() {
        assertThat(LayoutDiff.of("f", "\n\n", "")).isEqualTo("--- f\n+++ f\n@@ -1,2 +0,0 @@\n-\n-\n");
    }

    @Property(tries = 2_000)
    void theDifferenceMakesTheOneTextOfTheOther(@ForAll long seed) {
        var random = new Random(seed);
        var before = new StringBuilder();
        var after = new StringBuilder();
        for (int i = random.nextInt(80); i > 0; i--) {
            String ink = String.valueOf((char) ('a' + random.nextInt(3)));
            String space = SPACES.get(random.nextInt(SPACES.size()));
            before.append(ink).append(space);
            after.append(ink).append(random.nextInt(5) == 0 ? SPACES.get(random.nextInt(SPACES.size())) : space);
        }
        String diff = LayoutDiff.of("f", before.toString(), after.toString());
        assertThat(diff.isEmpty() ? after.toString() : applied(before.toString(), diff))
                .isEqualTo(after.toString());
    }

    /** What a patch makes of a text; fails where the patch does not fit. */
    private static String applied(String before, String diff) {
        List<String> old = lines(before);
        var made = new ArrayList<String>();
        int at = 0;
        List<String> patch = lines(diff.replace("\n\\ No newline at end of file\n", "\u0000\n"));
        for (String line : patch.subList(2, patch.size())) {
            var hunk = HUNK.matcher(line.strip());
            if (hunk.matches()) {
                int first = Integer.parseInt(hunk.group(1)) - (hunk.group(2).equals("0") ? 0 : 1);
                made.addAll(old.subList(at, first));
                at = first;
                assertThat(made)
                        .hasSize(
                                Integer.parseInt(hunk.group(3)) - (hunk.group(4).equals("0") ? 0 : 1));
                continue;
            }
            String words = line.substring(1).replace("\u0000\n", "");
            if (line.charAt(0) != '+') {
                assertThat(words).isEqualTo(old.get(at++));
            }
            if (line.charAt(0) != '-') {
                made.add(words);
            }
        }
        made.addAll(old.subList(at, old.size()));
        return String.join("", made);
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
    }
}
