package dev.mete.bench.http.constant;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A handler of Jetty and nothing else, on the thread that reads the connection: {@code BareJetty PORT ANSWER}. Nothing on Jetty can take less. */
public final class BareJetty extends Handler.Abstract.NonBlocking {
    private static final HttpField JSON = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/json");

    private final byte[] answer;

    private BareJetty(byte[] answer) {
        this.answer = answer;
    }

    /** Listens until the process is ended. */
    public static void main(String[] arguments) throws Exception {
        var server = new Server();
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // as many as Mete has
        int selectors = Runtime.getRuntime().availableProcessors();
        var connector = new ServerConnector(server, 1, selectors, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(arguments[0]));
        server.addConnector(connector);
        server.setHandler(new BareJetty(Files.readAllBytes(Path.of(arguments[1]))));
        server.start();
        server.join();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        read(request, response, callback);
        return true;
    }

    private void read(Request request, Response response, Callback callback) {
        for (Content.Chunk chunk = request.read(); chunk != null; chunk = request.read()) {
            if (Content.Chunk.isFailure(chunk)) {
                callback.failed(new IOException(chunk.getFailure()));
                return;
            }
            boolean isLast = chunk.isLast();
            chunk.release();
            if (isLast) {
                write(response, callback);
                return;
            }
        }
        request.demand(() -> read(request, response, callback));
    }

    private void write(Response response, Callback callback) {
        response.setStatus(200);
        response.getHeaders().put(JSON);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length);
        response.write(true, ByteBuffer.wrap(answer), callback);
    }
}
