package dev.mete.bench.http;

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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** A server in a process of its own, on a free port of the loopback address. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 5;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final double KIBI = 1_024;

    private final Process process;
    private final Path log;
    private final String root;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ServerProcess(Process process, Path log, String root) {
        this.process = process;
        this.log = log;
        this.root = root;
    }

    /**
     * Starts a server and returns at once.
     *
     * @param command by the port that the server is to listen on
     */
    static ServerProcess start(IntFunction<ProcessBuilder> command) throws IOException {
        int port = freePort();
        Path log = Files.createTempFile(Files.createDirectories(Path.of("target")), "server-", ".log");
        Process process = command.apply(port)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ServerProcess(process, log, "http://127.0.0.1:" + port);
    }

    /** The address of a path. */
    URI address(String path) {
        return URI.create(root + path);
    }

    /** Posts a body until it is answered by a success. */
    String firstAnswer(Posts posts) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                var response = http.send(request(posts, 0), HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() == 200) {
                    return response.body();
                }
            } catch (IOException _) {
                // it does not listen yet
            }
            Thread.sleep(LOOK_MILLIS);
        }
        throw new IllegalStateException("no answer; the server wrote:\n" + Files.readString(log));
    }

    /** Posts the body at a place. */
    CompletableFuture<HttpResponse<String>> post(Posts posts, int place) {
        return http.sendAsync(request(posts, place), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest request(Posts posts, int place) {
        return HttpRequest.newBuilder(posts.address())
                .timeout(LONGEST_ANSWER)
                .header("Content-Type", posts.type())
                .POST(HttpRequest.BodyPublishers.ofByteArray(posts.bodies().get(place)))
                .build();
    }

    /** The process's number. */
    public long pid() {
        return process.pid();
    }

    /** The time that the process has had a processor so far. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What of the process is in memory now, in MiB; not a number where the system does not say. */
    double resident() throws IOException {
        Path status = Path.of("/proc", Long.toString(pid()), "status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        var found = RESIDENT.matcher(Files.readString(status));
        return found.find() ? Long.parseLong(found.group(1)) / KIBI : Double.NaN;
    }

    /** What Java was started with before its class path, without the cache of classes, which fits one class path only. */
    List<String> javaOptions() {
        return List.of(process.info().arguments().orElseThrow()).stream()
                .takeWhile(argument -> !argument.equals("-cp"))
                .filter(argument -> !argument.startsWith("-XX:AOT"))
                .toList();
    }

    /** The Java that runs it. */
    String java() {
        return process.info().command().orElseThrow();
    }

    /** Asks the server to stop and waits until it has. */
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

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
