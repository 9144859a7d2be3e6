package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FmtTest {
    private static final String ROUGH = """
            policy other
            models { fast = "anthropic/claude-haiku-4-5" }
            # why
            otherwise fast,effort none   # so
            """;
    private static final String FINE = """
            policy other

            models {
              fast = "anthropic/claude-haiku-4-5"
            }

            # why
            otherwise fast, effort none  # so
            """;
    private static final String BROKEN = "policy   broken\nrule   \"x\" when\n";

    @TempDir
    private Path root;

    private Folder folder;

    @BeforeEach
    void write() {
        folder = Folder.of(root).with("other/policy.mete", ROUGH).with("fine/policy.mete", FINE);
    }

    @Test
    void theShippedPoliciesHaveTheLayout() {
        Ran ran = Ran.mete("fmt", "--check", Path.of("..", "rules"), Path.of("..", "examples"));

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).matches("0 of \\d+ files would change\n");
        assertThat(ran.exit()).isZero();
    }

    @Test
    void filesOfAllFoldersAreWrittenAndNamed() throws IOException {
        Ran ran = Ran.mete("fmt", root);

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .isEqualTo("formatted %s\nformatted %s\n2 of 3 files formatted\n"
                        .formatted(folder.file("demo/policy.mete"), folder.file("other/policy.mete")));
        assertThat(folder.file("other/policy.mete")).hasContent(FINE);
        assertThat(Ran.mete("fmt", root).out()).isEqualTo("0 of 3 files formatted\n");
        assertThat(Ran.mete("check", folder.file("other")).exit()).isZero();
        try (var files = Files.list(root.resolve("other"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void checkWritesNothingAndNamesWhatWouldChange() {
        Ran ran = Ran.mete("fmt", "--check", folder.file("other"), folder.file("fine/policy.mete"));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .isEqualTo("would change %s\n1 of 2 files would change\n".formatted(folder.file("other/policy.mete")));
        assertThat(folder.file("other/policy.mete")).hasContent(ROUGH);
        assertThat(Ran.mete("fmt", "--check", folder.file("fine")).exit()).isZero();
    }

    @Test
    void diffWritesNothingAndShowsWhatWouldChange() {
        Path file = folder.file("other/policy.mete");

        Ran ran = Ran.mete("fmt", "--diff", root.resolve("other"), root.resolve("fine"));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEqualTo("""
                --- %1$s
                +++ %1$s
                @@ -1,4 +1,8 @@
                 policy other
                -models { fast = "anthropic/claude-haiku-4-5" }
                +
                +models {
                +  fast = "anthropic/claude-haiku-4-5"
                +}
                +
                 # why
                -otherwise fast,effort none   # so
                +otherwise fast, effort none  # so
                """.formatted(file));
        assertThat(file).hasContent(ROUGH);
        assertThat(Ran.mete("fmt", "--diff", root.resolve("fine"))).isEqualTo(new Ran(0, "", ""));
    }

    @Test
    void aFileWithAMistakeInItsSyntaxIsLeftAndTheOthersAreFormatted() {
        Path broken = folder.write("broken/policy.mete", BROKEN);

        Ran ran = Ran.mete("fmt", root);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("error[M0001]", "broken/policy.mete:2:16");
        assertThat(ran.out()).endsWith("2 of 4 files formatted\n");
        assertThat(broken).hasContent(BROKEN);
    }

    @Test
    void wrongNamesDoNotKeepAFileFromItsLayout() {
        Path file = folder.write("wrong/policy.mete", "limit   effort<=lots when streem\n");

        assertThat(Ran.mete("fmt", file).exit()).isZero();
        assertThat(file).hasContent("limit effort <= lots when streem\n");
    }

    @Test
    void whatIsNoPolicyOfThisLanguageIsLeftAlone() {
        Path drools = folder.write("drools/policy.drl", "package   x\n");

        Ran ran = Ran.mete("fmt", drools, folder.file("fine"));

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("`" + drools + "` is left alone: only files that end in .mete are formatted");
        assertThat(drools).hasContent("package   x\n");
        assertThat(Ran.mete("fmt", folder.file("drools")).err())
                .contains("mete: there is no file that ends in .mete in `" + folder.file("drools") + "`");
    }

    @Test
    void byteOrderMarksAndForeignLineEndsGo() throws IOException {
        Path file = folder.write("marked/policy.mete", "\uFEFF" + FINE.replace("\n", "\r\n"));

        assertThat(Ran.mete("fmt", "--check", file).exit()).isEqualTo(1);
        assertThat(Ran.mete("fmt", "--diff", file).out()).contains("-\uFEFFpolicy other\r\n", "+policy other\n");
        assertThat(Ran.mete("fmt", file).exit()).isZero();
        assertThat(Files.readString(file)).isEqualTo(FINE);
    }

    @Test
    void aLineWithoutItsEndIsEnded() throws IOException {
        Path file = folder.write("open/policy.mete", FINE.stripTrailing());

        assertThat(Ran.mete("fmt", "--diff", file).out()).endsWith("""
                         # why
                        -otherwise fast, effort none  # so
                        \\ No newline at end of file
                        +otherwise fast, effort none  # so
                        """);
        assertThat(Ran.mete("fmt", file).exit()).isZero();
        assertThat(Files.readString(file)).isEqualTo(FINE);
    }

    @Test
    void whatCannotBeReadIsSaidAndLeft() throws IOException {
        Path bytes = Files.write(folder.write("bytes/policy.mete", ""), new byte[] {'#', (byte) 0xC3, '\n'});

        Ran ran = Ran.mete("fmt", bytes);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("error[P0010]", "the file is not UTF-8");
        assertThat(bytes).hasBinaryContent(new byte[] {'#', (byte) 0xC3, '\n'});
        assertThat(Ran.mete("fmt", root.resolve("nothing")).err()).contains("mete: there is nothing at `");
        assertThat(Ran.mete("fmt", root.resolve("nothing")).exit()).isEqualTo(2);
        assertThat(Ran.mete("fmt").exit()).isEqualTo(2);
    }

    @Test
    void linksStayLinksAndPermissionsStay() throws IOException {
        Path file = folder.file("other/policy.mete");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(root.resolve("link.mete"), file);

        assertThat(Ran.mete("fmt", link, file).out()).isEqualTo("formatted " + link + "\n1 of 1 file formatted\n");
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent(FINE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void foldersThatLinkToThemselvesAndHiddenOnesAreNoTrap() throws IOException {
        folder.with(".hidden/policy.mete", ROUGH);
        Files.createSymbolicLink(root.resolve("other/again"), root);

        Ran ran = Ran.mete("fmt", root);

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("its links lead in a circle");
        assertThat(folder.file(".hidden/policy.mete")).hasContent(ROUGH);
    }

    @Test
    void standardInputGoesToStandardOutput() {
        assertThat(fmtOf(ROUGH, "fmt", "-")).isEqualTo(new Ran(0, FINE, ""));
        assertThat(fmtOf(ROUGH, "fmt", "--check", "-")).isEqualTo(new Ran(1, "would change standard input\n", ""));
        assertThat(fmtOf(ROUGH, "fmt", "--diff", "-").out()).startsWith("--- standard input\n+++ standard input\n@@");
        assertThat(fmtOf(FINE, "fmt", "--check", "-").exit()).isZero();
        Ran broken = fmtOf(BROKEN, "fmt", "-");
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.out()).isEmpty();
        assertThat(broken.err()).contains("standard input:2:16");
        assertThat(fmtOf(ROUGH, "fmt", "-", root).err()).contains("- stands for standard input and goes alone");
    }

    private static Ran fmtOf(String input, Object... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return Ran.mete(arguments);
        } finally {
            System.setIn(before);
        }
    }
}
