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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes lines of traffic into tasks of all policies; a line that does not fit one of them counts for none. */
final class Arrivals implements Traffic.Listener {
    private final List<PricedPolicy> policies;
    private final Instant usual;
    private final SeenInPart seen;
    private final Consumer<Arrival> next;

    /** How plain tasks are read for each policy, whose features are the same at all prices. */
    private final List<PlainTasks> plain;

    /** By policy: the first that takes the same tasks. */
    private final int[] firstAlike;

    /** The policies at the prices of the moment that was asked for last. */
    private List<CompiledPolicy> priced = List.of();

    private @Nullable Instant pricedFor;
    private final PlainMoment moment = new PlainMoment();

    /**
     * The tasks of the given policies.
     *
     * @param usual the moment of requests that have none of their own
     */
    Arrivals(List<PricedPolicy> policies, Instant usual, SeenInPart seen, Consumer<Arrival> next) {
        this.policies = policies;
        this.usual = usual;
        this.seen = seen;
        this.next = next;
        List<TaskSchema> schemas =
                policies.stream().map(policy -> policy.at(usual).schema()).toList();
        this.plain =
                schemas.stream().map(schema -> new PlainTasks(schema, schemas)).toList();
        this.firstAlike = IntStream.range(0, schemas.size())
                .map(place -> IntStream.rangeClosed(0, place)
                        .filter(first -> schemas.get(place).takesTasksOf(schemas.get(first)))
                        .findFirst()
                        .orElse(place))
                .toArray();
    }

    @Override
    public void json(long line, byte[] json, int from, int to) {
        List<Task> tasks = tasks(json, from, to);
        if (tasks == null) {
            Traffic.Listener.super.json(line, json, from, to);
        } else {
            Instant said = moment.moment();
            Instant when = said == null ? usual : said;
            seen.request(1);
            next.accept(new Arrival(TrafficRecord.plain(line), when, priced(when), tasks));
        }
    }

    /** The task of a line for each policy; null where the line is not a plain task, alone or with its moment. */
    private @Nullable List<Task> tasks(byte[] json, int from, int to) {
        List<Task> tasks = new ArrayList<>(plain.size());
        for (int place = 0; place < plain.size(); place++) {
            Task task =
                    firstAlike[place] < place ? tasks.get(firstAlike[place]) : task(plain.get(place), json, from, to);
            if (task == null) {
                return null;
            }
            tasks.add(task);
        }
        return tasks;
    }

    private @Nullable Task task(PlainTasks reading, byte[] json, int from, int to) {
        Task wrapped = reading.request(json, from, to, moment);
        if (wrapped != null) {
            return wrapped;
        }
        moment.forget();
        return reading.task(json, from, to);
    }

    private List<CompiledPolicy> priced(Instant moment) {
        if (pricedFor == null || !pricedFor.equals(moment)) {
            priced = policies.stream().map(policy -> policy.at(moment)).toList();
            pricedFor = moment;
        }
        return priced;
    }

    @Override
    public void take(TrafficRecord record) {
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
