package dev.mete.simulate.run;

import dev.mete.engine.json.plain.PlainTasks;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.engine.task.Task;
import dev.mete.engine.task.TaskSchema;
import dev.mete.simulate.traffic.Traffic;
import dev.mete.simulate.traffic.TrafficRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Makes lines of traffic into tasks of all policies; a line that does not fit one of them counts for none. */
final class Arrivals implements Traffic.Listener {
    private final List<PricedPolicy> policies;
    private final Instant usual;
    private final TrafficSeen seen;
    private final Consumer<Arrival> next;
    private final LongConsumer progress;

    /** How plain tasks are read for each policy, whose features are the same at all prices. */
    private final List<PlainTasks> plain;

    /**
     * The tasks of the given policies.
     *
     * @param usual the moment of requests that have none of their own
     */
    Arrivals(
            List<PricedPolicy> policies,
            Instant usual,
            TrafficSeen seen,
            Consumer<Arrival> next,
            LongConsumer progress) {
        this.policies = policies;
        this.usual = usual;
        this.seen = seen;
        this.next = next;
        this.progress = progress;
        List<TaskSchema> schemas =
                policies.stream().map(policy -> policy.at(usual).schema()).toList();
        this.plain =
                schemas.stream().map(schema -> new PlainTasks(schema, schemas)).toList();
    }

    @Override
    public boolean takePlain(long line, byte[] json, int from, int to) {
        List<Task> tasks = new ArrayList<>(plain.size());
        for (PlainTasks reading : plain) {
            Task task = reading.task(json, from, to);
            Task read = task != null ? task : reading.request(json, from, to);
            if (read == null) {
                return false;
            }
            tasks.add(read);
        }
        progress.accept(line);
        seen.request(1);
        next.accept(new Arrival(TrafficRecord.plain(line), usual, priced(usual), tasks));
        return true;
    }

    private List<CompiledPolicy> priced(Instant moment) {
        return policies.stream().map(policy -> policy.at(moment)).toList();
    }

    @Override
    public void take(TrafficRecord record) {
        progress.accept(record.line());
        Instant moment = record.at() == null ? usual : record.at();
        var priced = priced(moment);
        switch (ReadTask.of(record.task(), priced)) {
            case ReadTask.Reading.Fits(var tasks) -> {
                seen.request(record.count());
                next.accept(new Arrival(record, moment, priced, tasks));
            }
            case ReadTask.Reading.Broken(String reason) -> seen.broken(record.line(), reason);
        }
    }

    @Override
    public void broken(long line, String reason) {
        seen.broken(line, reason);
    }

    @Override
    public void note(String note) {
        seen.note(note);
    }

    @Override
    public void requestsPerDay(long line, long requests) {
        seen.requestsPerDay(line, requests);
    }
}
