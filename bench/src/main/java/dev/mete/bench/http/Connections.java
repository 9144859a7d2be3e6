package dev.mete.bench.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** A load generator for machines without wrk: a thread for each connection. It takes more of the machine than wrk does. */
record Connections() implements Generator {
    private static final double NANO = 1e9;

    @Override
    public String name() {
        return "Java";
    }

    private record Posted(LongStream nanos, long failed) {}

    @Override
    public Loaded load(Posts posts, int connections, Duration time) throws IOException, InterruptedException {
        List<byte[]> requests = posts.bodies().stream()
                .map(body -> Connection.request(posts.address(), posts.type(), body))
                .toList();
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        var nanos = LongStream.empty();
        long failed = 0;
        try (var threads = Executors.newFixedThreadPool(connections)) {
            Callable<Posted> one = () -> post(posts, requests, end);
            for (var posted : threads.invokeAll(Collections.nCopies(connections, one))) {
                nanos = LongStream.concat(nanos, posted.get().nanos());
                failed += posted.get().failed();
            }
        } catch (ExecutionException e) {
            throw new IOException("a connection failed", e.getCause());
        }
        return Loaded.of(nanos.toArray(), (System.nanoTime() - begun) / NANO, failed);
    }

    private static Posted post(Posts posts, List<byte[]> requests, long end) throws IOException {
        var nanos = new ArrayList<Long>();
        long failed = 0;
        try (var connection = new Connection(posts.address())) {
            long sent = System.nanoTime();
            for (int i = 0; sent < end; i++) {
                int status = connection.post(requests.get(i % requests.size()));
                long answered = System.nanoTime();
                if (status == 200) {
                    nanos.add(answered - sent);
                } else {
                    failed++;
                }
                sent = answered;
            }
        }
        return new Posted(nanos.stream().mapToLong(Long::longValue), failed);
    }
}
