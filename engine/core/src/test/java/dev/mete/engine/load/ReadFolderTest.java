package dev.mete.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadFolderTest {
    @TempDir
    Path temporary;

    private Path root = Path.of("");
    private Path folder = Path.of("");

    @BeforeEach
    void aFolder() throws IOException {
        root = temporary.resolve("rules");
        folder = Files.createDirectories(root.resolve("support-desk"));
    }

    @Test
    void aFolderHoldsAPolicyAndItsSettings() throws IOException {
        policy("one\n");
        settings("# which engine\n\n  engine = drools  \n");
        var read = read(folder);
        assertThat(read.diagnostics()).isEmpty();
        assertThat(read.name()).isEqualTo("support-desk");
        assertThat(read.ending()).isEqualTo("mete");
        assertThat(read.engine()).isEqualTo("drools");
        assertThat(text(read)).isEqualTo("one\n");
        assertThat(read.main()).hasToString("rules/support-desk/policy.mete");
        assertThat(read.fixtures()).isEqualTo(folder.resolve("fixtures"));
    }

    @Test
    void withoutSettingsNoEngineIsNamed() throws IOException {
        policy("one");
        assertThat(read(folder).engine()).isNull();
    }

    @Test
    void aRelativePathIsTheSameFolder() throws IOException {
        policy("one");
        assertThat(read(folder.resolve("../support-desk/.")).folder()).isEqualTo(folder);
    }

    @Test
    void anEmptyFolderIsTold() {
        assertThat(found(folder)).containsExactly("""
                        P0003 rules/support-desk
                        the folder has no policy
                        put a file `policy.drl` or `policy.mete` into it""");
    }

    @Test
    void twoPoliciesAreTold() throws IOException {
        policy("one");
        Files.writeString(folder.resolve("policy.drl"), "two");
        assertThat(found(folder)).containsExactly("""
                        P0004 rules/support-desk
                        the folder has 2 policies: `policy.drl`, `policy.mete`
                        keep one of them; a folder holds one policy""");
    }

    @Test
    void wrongSettingsAreToldWhereThereIsNoPolicyToo() throws IOException {
        settings("colour=red");
        assertThat(codes(folder)).containsExactly("P0003", "P0006");
    }

    @Test
    void aFolderThatIsNotThereIsTold() {
        assertThat(found(root.resolve("nothing"))).containsExactly("""
                        P0002 rules/nothing
                        the folder cannot be read: there is no such file
                        check that it is there and who may read it""");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Files.writeString(root.resolve("file"), "");
        assertThat(found(root.resolve("file")).getFirst()).contains("the folder cannot be read: it is no folder");
    }

    @Test
    void aFolderThatLinksToItselfIsTold() throws IOException {
        Path circle = Files.createSymbolicLink(root.resolve("circle"), Path.of("circle"));
        assertThat(found(circle).getFirst()).contains("the folder cannot be read: its links lead in a circle");
    }

    @Test
    void theRootOfTheFileSystemIsNoPolicyAndNoAccident() {
        Path top = root.getRoot();
        var read = new ReadFolder(top, top, List.of("mete"), List.of("native")).read();
        assertThat(read.name()).isEmpty();
        assertThat(read.diagnostics()).extracting(Diagnostic::code).contains("P0001", "P0003");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Support", "support_desk", "support desk", "1st", "a--b", "-a", "é", "a."})
    void aFolderThatCannotNameAPolicyIsTold(String name) throws IOException {
        Path odd = Files.createDirectory(root.resolve(name));
        Files.writeString(odd.resolve("policy.mete"), "one");
        assertThat(found(odd))
                .containsExactly("P0001 rules/" + name + "\nthe folder `" + name
                        + "` cannot name a policy\nuse lower-case words joined by hyphens, as in `support-desk`");
    }

    @Test
    void aPolicyThatIsAFolderIsTold() throws IOException {
        Files.createDirectory(folder.resolve("policy.mete"));
        assertThat(found(folder)).containsExactly("""
                        P0008 rules/support-desk/policy.mete
                        the file cannot be read: it is a folder
                        check that it is there and who may read it""");
    }

    @Test
    void aPolicyThatLinksToItselfOrToNothingIsTold() throws IOException {
        Path file = Files.createSymbolicLink(folder.resolve("policy.mete"), Path.of("policy.mete"));
        assertThat(found(folder).getFirst()).contains("the file cannot be read: its links lead in a circle");
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("nothing"));
        assertThat(found(folder).getFirst()).contains("the file cannot be read: there is no such file");
    }

    @Test
    void aDeviceIsNotWaitedFor() throws IOException {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device));
        Path link = Files.createSymbolicLink(folder.resolve("policy.mete"), device);
        assertThat(found(folder).getFirst()).contains("the file cannot be read: it is no regular file");
        Files.delete(link);
    }

    @Test
    void settingsThatLinkToThemselvesAreNotTakenForNone() throws IOException {
        policy("one");
        Files.createSymbolicLink(folder.resolve("settings.properties"), Path.of("settings.properties"));
        assertThat(codes(folder)).containsExactly("P0008");
    }

    @Test
    void aByteOrderMarkAndLineEndsOfWindowsAreNoPartOfTheText() throws IOException {
        policy("\uFEFFone\r\ntwo\r\n");
        settings("\uFEFFengine=native\r\n");
        var read = read(folder);
        assertThat(read.diagnostics()).isEmpty();
        assertThat(text(read)).isEqualTo("one\ntwo\n");
        assertThat(read.engine()).isEqualTo("native");
    }

    @Test
    void whatIsNotUtf8IsTold() throws IOException {
        Files.write(folder.resolve("policy.mete"), "é".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(found(folder)).containsExactly("""
                        P0010 rules/support-desk/policy.mete
                        the file is not UTF-8
                        save it as UTF-8""");
        Files.write(folder.resolve("policy.mete"), "one".getBytes(StandardCharsets.UTF_16));
        assertThat(codes(folder)).containsExactly("P0010");
    }

    @Test
    void aFileThatIsTooLargeIsTold() throws IOException {
        policy("x".repeat(ReadText.LARGEST_FILE));
        assertThat(codes(folder)).isEmpty();
        policy("x".repeat(ReadText.LARGEST_FILE + 1));
        assertThat(found(folder)).containsExactly("""
                        P0009 rules/support-desk/policy.mete
                        the file is larger than 8 MiB
                        look whether it is the right file: policies, fixtures and catalogs are far smaller""");
    }

    @Test
    void everythingWrongWithTheSettingsIsTold() throws IOException {
        policy("one");
        settings("engin=native\nengine=\nengine=native\nengine=drools\nengine : native\n");
        var read = read(folder);
        assertThat(read.diagnostics())
                .extracting(it -> it.code() + " " + it.span() + " " + it.message())
                .containsExactly(
                        "P0006 rules/support-desk/settings.properties:1:1 unknown setting `engin`",
                        "P0007 rules/support-desk/settings.properties:2:1 unknown engine ``",
                        "P0006 rules/support-desk/settings.properties:4:1 `engine` is set twice",
                        "P0006 rules/support-desk/settings.properties:5:1 unknown setting `engine : native`");
        assertThat(read.diagnostics().getLast().span().text()).isEqualTo("engine : native");
    }

    @Test
    void anEngineThatIsNotThereNamesTheNearest() throws IOException {
        policy("one");
        settings("engine=drool");
        assertThat(found(folder)).containsExactly("""
                        P0007 rules/support-desk/settings.properties
                        unknown engine `drool`
                        did you mean `drools`?""");
    }

    private void policy(String text) throws IOException {
        Files.writeString(folder.resolve("policy.mete"), text);
    }

    private void settings(String text) throws IOException {
        Files.writeString(folder.resolve("settings.properties"), text);
    }

    private PolicyFolder read(Path path) {
        return new ReadFolder(path, root, List.of("mete", "drl"), List.of("native", "drools")).read();
    }

    private static String text(PolicyFolder read) {
        Source main = read.main();
        return main == null ? "" : main.text();
    }

    private List<String> found(Path path) {
        return read(path).diagnostics().stream()
                .map(it -> it.code() + " " + it.span().source().name() + "\n" + it.message() + "\n" + it.help())
                .toList();
    }

    private List<String> codes(Path path) {
        return read(path).diagnostics().stream().map(Diagnostic::code).toList();
    }
}
