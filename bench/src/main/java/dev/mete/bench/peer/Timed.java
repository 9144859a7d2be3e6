package dev.mete.bench.peer;

import dev.mete.bench.workload.Fields;
import dev.mete.bench.workload.HandWritten;
import dev.mete.bench.workload.Passes;
import java.util.List;
import org.openjdk.jmh.infra.Blackhole;

/** A peer that has been compared with hand-written Java, and its tasks. */
final class Timed<T> {
    private final Peer<T> peer;
    private final Passes<T> tasks;
    private final HandWritten.Answer answer = new HandWritten.Answer();

    Timed(Peer<T> peer, HandWritten code, List<Fields> drawn) {
        peer.compare(code, drawn);
        this.peer = peer;
        this.tasks = new Passes<>(drawn.stream().map(peer::prepared).toList());
    }

    /** Decides all tasks once. */
    void decideAll(Blackhole blackhole) {
        for (T task : tasks.next()) {
            peer.decide(task, answer);
            blackhole.consume(answer.rule);
        }
    }
}
