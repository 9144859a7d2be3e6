package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class StandardOutputTest {
    private final StringWriter err = new StringWriter();

    @Test
    void whatAFullDiskCutsShortIsNotTakenForTheWhole() {
        assertThat(exit("No space left on device")).isEqualTo(2);
        assertThat(err)
                .hasToString("mete: the output could not be written to its end: No space left on device%n".formatted());
    }

    @Test
    void aReaderThatHadEnoughIsNoFailure() {
        assertThat(exit("Broken pipe")).isZero();
        assertThat(err).hasToString("");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void everyCommandSaysThatItsOutputIsNotWhole() throws Exception {
        Path catalog = Path.of("..", "rules", "catalog.json");
        var process = new ProcessBuilder(MeteProcess.command("catalog", "list", "--catalog", catalog))
                .redirectOutput(new File("/dev/full"))
                .start();

        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said).isEqualTo("mete: the output could not be written to its end: No space left on device\n");
    }

    private int exit(String reason) {
        var output = new StandardOutput(new OutputStream() {
            @Override
            public void write(int part) throws IOException {
                throw new IOException(reason);
            }
        });
        PrintWriter out = output.writer();
        out.println("a report");
        out.println("of two lines");
        return output.exit(0, new PrintWriter(err, true));
    }
}
