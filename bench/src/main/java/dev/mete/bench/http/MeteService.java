package dev.mete.bench.http;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The service in a process of its own, started as users start it; its tasks go to one policy. */
public final class MeteService implements AutoCloseable {
    private final ServerProcess process;
    private final String policy;

    private MeteService(ServerProcess process, String policy) {
        this.process = process;
        this.policy = policy;
    }

    /** Has the launcher in a folder prepare what it prepares once after a build. */
    public static void prepare(Path root) throws IOException, InterruptedException {
        String launcher = launcher(root);
        var version = new ProcessBuilder(launcher, "--version").inheritIO().start();
        if (version.waitFor() != 0) {
            throw new IllegalStateException(launcher + " does not run");
        }
    }

    /**
     * Starts the service and returns at once.
     *
     * @param root where the launcher lies
     * @param rules the folder of policies
     * @param state where the service keeps what it keeps
     * @param policy the one that tasks go to
     * @param javaOptions options for Java, beside the launcher's own
     */
    public static MeteService start(Path root, Path rules, Path state, String policy, String javaOptions)
            throws IOException {
        return new MeteService(
                ServerProcess.start(port -> {
                    var command = new ProcessBuilder(
                            launcher(root),
                            "serve",
                            rules.toString(),
                            "--port",
                            Integer.toString(port),
                            "--state",
                            state.toString());
                    command.environment().put("METE_JAVA_OPTS", javaOptions);
                    return command;
                }),
                policy);
    }

    private static String launcher(Path root) {
        return root.resolve("mete").toAbsolutePath().normalize().toString();
    }

    /** Posts a task until it is answered by a decision. */
    public String firstAnswer(String task) throws IOException, InterruptedException {
        return process.firstAnswer(single(task));
    }

    /** Posts a task. */
    public CompletableFuture<HttpResponse<String>> decide(String task) {
        return process.post(single(task), 0);
    }

    private Posts single(String task) {
        return tasks(List.of(task.getBytes(StandardCharsets.UTF_8)));
    }

    /** Each task as a request of its own. */
    Posts tasks(List<byte[]> tasks) {
        return new Posts(
                process.address("/v1/policies/" + policy + "/decide"),
                Posts.JSON,
                tasks.stream().map(Bodies::request).toList());
    }

    /** Bodies with many tasks each. */
    Posts batches(String type, List<byte[]> bodies) {
        return new Posts(process.address("/v1/policies/" + policy + "/decide/batch"), type, bodies);
    }

    /** The time that the service has had a processor so far. */
    public Duration processorTime() {
        return process.processorTime();
    }

    /** The process that it runs in. */
    public ServerProcess process() {
        return process;
    }

    /** Asks the service to stop and waits until it has. */
    @Override
    public void close() {
        process.close();
    }
}
