package dev.mete.simulate.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What one thread has read of the traffic. Not thread-safe. */
final class SeenInPart {
    private long lines;
    private long requests;
    private List<Consumer<TrafficSeen>> inOrder = new ArrayList<>();

    void request(long count) {
        lines++;
        requests = Math.addExact(requests, count);
    }

    void broken(long line, String reason) {
        inOrder.add(seen -> seen.broken(line, reason));
    }

    void note(String note) {
        inOrder.add(seen -> seen.note(note));
    }

    void requestsPerDay(long line, long count) {
        inOrder.add(seen -> seen.requestsPerDay(line, count));
    }

    /** Ends a block; what it returns tells what was seen in it. */
    Runnable endBlock(TrafficSeen all) {
        if (lines == 0 && inOrder.isEmpty()) {
            return Nothing.TO_DO;
        }
        var ended = inOrder;
        long ofLines = lines;
        long count = requests;
        inOrder = new ArrayList<>();
        lines = 0;
        requests = 0;
        return () -> {
            all.requests(ofLines, count);
            ended.forEach(what -> what.accept(all));
        };
    }
}
