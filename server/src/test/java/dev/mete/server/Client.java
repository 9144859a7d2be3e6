package dev.mete.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the service over HTTP and holds every answer to the contract. Thread-safe. */
final class Client {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String address;

    Client(String address) {
        this.address = address;
    }

    String address() {
        return address;
    }

    Reply get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), new byte[0], headers);
    }

    /** Posts JSON. */
    Reply post(String path, String body, String... headers) {
        return post(path, "application/json", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Reply post(String path, String type, byte[] body, String... headers) {
        return send("POST", path, BodyPublishers.ofByteArray(body), body, with(type, headers));
    }

    /** Posts a body whose length is not said before, in chunks. */
    Reply postChunked(String path, byte[] body) {
        BodyPublisher chunked = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body));
        return send("POST", path, chunked, body, with("application/json"));
    }

    Reply send(String method, String path, BodyPublisher body, byte[] bytes, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            var reply = new Reply(response.statusCode(), response.headers(), response.body());
            String type = request.build().headers().firstValue("Content-Type").orElse("");
            if (!method.equals("HEAD")) {
                OpenApi.CONTRACT.check(method, path, type, bytes, reply);
            }
            return reply;
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String[] with(String type, String... headers) {
        var all = new java.util.ArrayList<>(java.util.List.of(headers));
        all.add("Content-Type");
        all.add(type);
        return all.toArray(String[]::new);
    }
}
