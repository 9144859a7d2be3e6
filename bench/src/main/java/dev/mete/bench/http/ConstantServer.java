package dev.mete.bench.http;

import dev.mete.bench.http.constant.BareJetty;
import dev.mete.bench.http.constant.PlainJavalin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A server that answers the same bytes each time, on the same jars and with the same options for Java as the service. */
enum ConstantServer {
    BARE_JETTY("Jetty, a bare handler", BareJetty.class, "bytes"),
    JAVALIN("Javalin, bytes", PlainJavalin.class, "bytes"),
    JAVALIN_OBJECTS("Javalin, objects by Jackson", PlainJavalin.class, "objects");

    private static final List<String> CLASSES =
            List.of("BareJetty.class", "PlainJavalin.class", "PlainJavalin$Request.class");

    private final String words;
    private final Class<?> program;
    private final String form;

    ConstantServer(String words, Class<?> program, String form) {
        this.words = words;
        this.program = program;
        this.form = form;
    }

    /** Its name for people. */
    String words() {
        return words;
    }

    /** The path that it answers at. */
    static String path() {
        return "/decide";
    }

    /**
     * Starts it and returns at once.
     *
     * @param launcher the folder of the launcher, whose jars it runs on
     * @param folder for its answer and its classes
     * @param java the program and its options, without a class path
     */
    ServerProcess start(Path launcher, Path folder, List<String> java, byte[] answer) throws IOException {
        Path file = Files.write(folder.resolve("answer.json"), answer);
        String classPath = jar(folder) + ":" + launcher.resolve("server/target/lib/*");
        return ServerProcess.start(port -> {
            var command = new ArrayList<>(java);
            command.addAll(List.of("-cp", classPath, program.getName()));
            command.addAll(List.of(Integer.toString(port), file.toString(), form));
            return new ProcessBuilder(command);
        });
    }

    /** Java caches classes only out of jars. */
    private static Path jar(Path folder) throws IOException {
        Path jar = folder.resolve("constant.jar");
        if (!Files.exists(jar)) {
            try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
                for (String name : CLASSES) {
                    out.putNextEntry(
                            new JarEntry(BareJetty.class.getPackageName().replace('.', '/') + "/" + name));
                    try (InputStream in = Objects.requireNonNull(BareJetty.class.getResourceAsStream(name))) {
                        in.transferTo(out);
                    }
                }
            }
        }
        return jar;
    }
}
