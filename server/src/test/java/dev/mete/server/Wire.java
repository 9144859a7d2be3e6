package dev.mete.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;

/** A connection on which bytes are sent as they are. Not thread-safe. */
final class Wire implements AutoCloseable {
    private static final int LONGEST_WAIT_MS = 20_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Wire(String address) throws IOException {
        URI uri = URI.create(address);
        this.socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(LONGEST_WAIT_MS);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    Wire send(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
        return this;
    }

    /** Sends a chunk of a chunked body. */
    Wire chunk(String text) throws IOException {
        return send(Integer.toHexString(text.getBytes(UTF_8).length) + "\r\n" + text + "\r\n");
    }

    /** Sends no more, and still reads. */
    Wire end() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** A line without its end; empty at the end of the stream. */
    String line() throws IOException {
        var line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        return line.toString(UTF_8).stripTrailing();
    }

    /** The head of an answer. */
    String head() throws IOException {
        var head = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    /** The next chunk of a chunked answer; empty at its end. The end of a chunk may come with the next one, so it is not waited for. */
    String nextChunk() throws IOException {
        String length = line();
        if (length.isEmpty()) {
            length = line();
        }
        return new String(in.readNBytes(Integer.parseInt(length, 16)), UTF_8);
    }

    /** All that is still sent until the connection ends. */
    String rest() throws IOException {
        return new String(in.readAllBytes(), ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
