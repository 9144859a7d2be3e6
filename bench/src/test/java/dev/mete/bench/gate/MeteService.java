package dev.mete.bench.gate;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A service in a process of its own, started as users start it, on a free port of the loopback address. */
final class MeteService implements AutoCloseable {
    private static final Path LAUNCHER = Path.of("..", "mete").toAbsolutePath().normalize();
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 5;

    private final Process process;
    private final Path log;
    private final URI decide;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private MeteService(Process process, Path log, URI decide) {
        this.process = process;
        this.log = log;
        this.decide = decide;
    }

    /** Has the launcher prepare what it prepares once after a build. */
    static void prepare() throws IOException, InterruptedException {
        var version =
                new ProcessBuilder(LAUNCHER.toString(), "--version").inheritIO().start();
        if (version.waitFor() != 0) {
            throw new IllegalStateException(LAUNCHER + " does not run");
        }
    }

    /** Starts the launcher on a folder of policies, with a folder of its own to keep its state in; tasks go to one policy. Returns at once. */
    static MeteService start(Path rules, Path state, String policy) throws IOException {
        return start(rules, state, policy, "");
    }

    /** As {@link #start(Path, Path, String)}, with options for Java. */
    static MeteService start(Path rules, Path state, String policy, String javaOptions) throws IOException {
        int port = freePort();
        Path log = Files.createTempFile(Files.createDirectories(Path.of("target")), "service-", ".log");
        var service = new ProcessBuilder(
                        LAUNCHER.toString(),
                        "serve",
                        rules.toString(),
                        "--port",
                        Integer.toString(port),
                        "--state",
                        state.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        service.environment().put("METE_JAVA_OPTS", javaOptions);
        var decide = URI.create("http://127.0.0.1:" + port + "/v1/policies/" + policy + "/decide");
        return new MeteService(service.start(), log, decide);
    }

    /** Posts a task until it is answered by a decision. */
    String firstAnswer(String task) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                var response = http.send(request(task), HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() == 200) {
                    return response.body();
                }
            } catch (IOException _) {
                // it does not listen yet
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new IllegalStateException("no answer; the service wrote:\n" + Files.readString(log));
    }

    /** Posts a task. */
    CompletableFuture<HttpResponse<String>> decide(String task) {
        return http.sendAsync(request(task), HttpResponse.BodyHandlers.ofString());
    }

    /** The time that the service's process has had a processor so far. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The memory of the service's process. */
    @SuppressWarnings("BanJNDI") // the address is that of a process which this one has started
    Memory memory() throws IOException {
        try {
            var machine = VirtualMachine.attach(Long.toString(process.pid()));
            String address = machine.startLocalManagementAgent();
            machine.detach();
            JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
            return Memory.of(connector.getMBeanServerConnection());
        } catch (AttachNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks the service to stop and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        http.close();
    }

    private HttpRequest request(String task) {
        return HttpRequest.newBuilder(decide)
                .timeout(LONGEST_ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"task\":" + task + "}"))
                .build();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
