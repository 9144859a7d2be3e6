package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MainTest {
    @TempDir
    private Path root;

    @Test
    void anUnknownCommandIsAnsweredByTheNearestOne() {
        assertThat(Ran.mete("tst", "rules"))
                .isEqualTo(new Ran(
                        2,
                        "",
                        "mete: unknown command `tst`\ndid you mean `test`?\n`mete --help` shows what there is\n"));
    }

    @Test
    void anUnknownOptionIsAnsweredByTheNearestOne() {
        assertThat(Ran.mete("serve", "--prot=9").err()).contains("unknown option `--prot=9`", "did you mean `--port`?");
        assertThat(Ran.mete("decide", "a", "b", "c").err()).contains("unknown argument `c`");
        assertThat(Ran.mete("check", root, "--format", "xml").err()).contains("xml", "sarif");
        assertThat(Ran.mete().err())
                .contains("name a command: serve, decide, check, test, prove, diff, fmt, simulate, advise, catalog");
    }

    @Test
    void theHelpNamesCommandsAndExitCodes() {
        Ran ran = Ran.mete("--help");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("serve", "decide", "check", "test", "the command could not run");
    }

    @Test
    void everyCommandKnowsItsVersion() {
        assertThat(List.of("serve", "decide", "check", "test"))
                .allSatisfy(command ->
                        assertThat(Ran.mete(command, "--version")).isEqualTo(new Ran(0, "mete 0.1.0\n", "")));
    }

    @Test
    void servingElsewhereNeedsAToken() {
        Folder folder = Folder.of(root);

        assertThat(Ran.mete("serve", root, "--host", "0.0.0.0").err()).contains("--token-file");
        assertThat(Ran.mete("serve", root, "--token-file", folder.write("token", " \n"))
                        .err())
                .contains("is empty");
        assertThat(Ran.mete("serve", root, "--token-file", folder.file("no")).err())
                .contains("cannot be read");
        assertThat(Ran.mete("serve", folder.file("no")).err()).contains("there is no folder");
    }

    @Test
    void trustWithoutTheModuleForItIsASentence() {
        Folder.of(root);

        Ran ran = Ran.mete("serve", root, "--trust-drl");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("mete-drools-full").hasLineCount(1);
    }
}
