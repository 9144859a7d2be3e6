package dev.mete.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A caller that sends its body piece by piece. */
final class SlowCaller implements AutoCloseable {
    private static final int LONGEST_WAIT_MILLIS = 90_000;

    private final Socket socket;
    private final BufferedReader in;
    private final String end;

    private SlowCaller(URI address, String request, String end) throws IOException {
        this.end = end;
        socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        send("POST " + request + "\r\nHost: a\r\nConnection: close\r\n\r\n");
    }

    /** A caller whose task has a length. */
    static SlowCaller ofTask(URI address, int length) throws IOException {
        return new SlowCaller(
                address, "/v1/decide HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: " + length, "");
    }

    /** A caller of lines, which end when it is closed. */
    static SlowCaller ofStream(URI address) throws IOException {
        return new SlowCaller(
                address,
                "/v1/decide/batch HTTP/1.1\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked",
                "0\r\n\r\n");
    }

    /** Sends a line of a stream and waits for its answer. */
    String ask(String task) throws IOException {
        send(Integer.toHexString(task.length() + 1) + "\r\n" + task + "\n\r\n");
        return answer();
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** The next line that is JSON; empty where there is none any more. */
    String answer() throws IOException {
        String line = in.readLine();
        while (line != null && !line.startsWith("{")) {
            line = in.readLine();
        }
        return line == null ? "" : line;
    }

    @Override
    public void close() throws IOException {
        try (socket) {
            send(end);
            in.lines().forEach(_ -> {});
        }
    }
}
