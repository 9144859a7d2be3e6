package dev.mete.engine.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.policy.PolicySource.Found;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderIncludesTest {
    private static final Found OUTSIDE = new Found.Missing("it lies outside of the folder of all policies");
    private static final Found NO_FILE = new Found.Missing("there is no such file");

    @TempDir
    Path temporary;

    private Path root = Path.of("");
    private Source main = Source.of("", "");

    @BeforeEach
    void aPolicy() throws IOException {
        root = temporary.resolve("rules");
        Files.createDirectories(root.resolve("desk/parts"));
        write("desk/policy.mete", "main");
        write("shared.mete", "shared");
        write("desk/parts/one.mete", "one");
        Files.writeString(temporary.resolve("secret.mete"), "secret");
        main = Source.of("rules/desk/policy.mete", "main");
    }

    @Test
    void aFileIsFoundBesideTheOneThatIncludesIt() {
        var includes = includes();
        Source one = file(includes.find(main, "parts/one.mete"));
        assertThat(one.text()).isEqualTo("one");
        assertThat(one.name()).isEqualTo("rules/desk/parts/one.mete");
        assertThat(file(includes.find(one, "../../shared.mete")).name()).isEqualTo("rules/shared.mete");
    }

    @Test
    void aFileThatIsReachedByTwoPathsIsOneSource() throws IOException {
        Files.createSymbolicLink(root.resolve("desk/again.mete"), Path.of("parts/one.mete"));
        Files.createSymbolicLink(root.resolve("desk/loop"), Path.of("."));
        var includes = includes();
        Source one = file(includes.find(main, "parts/one.mete"));
        assertThat(file(includes.find(main, "./parts/../parts/one.mete"))).isSameAs(one);
        assertThat(file(includes.find(main, "again.mete"))).isSameAs(one);
        assertThat(file(includes.find(main, "loop/loop/loop/parts/one.mete"))).isSameAs(one);
    }

    @Test
    void thePolicyItselfIsTheSourceThatIsAlreadyRead() {
        assertThat(file(includes().find(main, "policy.mete"))).isSameAs(main);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../secret.mete",
                "../../nothing.mete",
                "/etc/passwd",
                "/nothing",
                "../../../../../../../../etc/passwd",
                "../..",
                "../../rules-2/x.mete"
            })
    void nothingOutsideOfTheRootIsFoundNorIsItToldWhetherItIsThere(String path) {
        assertThat(includes().find(main, path)).isEqualTo(OUTSIDE);
    }

    @Test
    void linksLeadNowhereOutsideEither() throws IOException {
        Files.createSymbolicLink(root.resolve("desk/secret.mete"), temporary.resolve("secret.mete"));
        Files.createSymbolicLink(root.resolve("desk/out"), temporary);
        assertThat(includes().find(main, "secret.mete")).isEqualTo(OUTSIDE);
        assertThat(includes().find(main, "out/secret.mete")).isEqualTo(OUTSIDE);
    }

    @Test
    void aRootThatIsALinkItselfIsFine() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("current"), root);
        var source = Source.of("current/desk/policy.mete", "main");
        var includes = new FolderIncludes(link, source, link.resolve("desk/policy.mete"));
        assertThat(file(includes.find(source, "../shared.mete")).name()).isEqualTo("current/shared.mete");
    }

    @Test
    void whatCannotBeReadIsMissingWithItsReason() throws IOException {
        Files.createSymbolicLink(root.resolve("desk/circle.mete"), Path.of("circle.mete"));
        Files.write(root.resolve("desk/latin.mete"), "é".getBytes(StandardCharsets.ISO_8859_1));
        var includes = includes();
        assertThat(includes.find(main, "nothing.mete")).isEqualTo(NO_FILE);
        assertThat(includes.find(main, "circle.mete")).isEqualTo(new Found.Missing("its links lead in a circle"));
        assertThat(includes.find(main, "latin.mete")).isEqualTo(new Found.Missing("the file is not UTF-8"));
        assertThat(includes.find(main, "parts"))
                .isEqualTo(new Found.Missing("the file cannot be read: it is a folder"));
        assertThat(includes.find(main, "")).isEqualTo(new Found.Missing("the file cannot be read: it is a folder"));
        assertThat(includes.find(main, "a\u0000b")).isEqualTo(new Found.Missing("that is no path"));
        assertThat(includes.find(Source.of("elsewhere", ""), "shared.mete"))
                .isEqualTo(new Found.Missing("its place is not known"));
    }

    private FolderIncludes includes() {
        return new FolderIncludes(root, main, root.resolve("desk/policy.mete"));
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(root.resolve(path), text);
    }

    private static Source file(Found found) {
        return switch (found) {
            case Found.File(Source source) -> source;
            case Found.Missing(String reason) -> throw new AssertionError(reason);
        };
    }
}
