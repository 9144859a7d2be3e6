package dev.mete.bench.gate;

import java.util.ArrayList;
import java.util.List;

/** When a policy was saved, and what that says about answers. The first text, that the service started with, is save 0. */
final class Saves {
    private final List<Long> begun = new ArrayList<>();
    private final List<Long> done = new ArrayList<>();
    private final long limit;

    /** Saves that have to answer within a number of nanoseconds. */
    Saves(long limit) {
        this.limit = limit;
    }

    void save(long begunAt, long doneAt) {
        begun.add(begunAt);
        done.add(doneAt);
    }

    /** Whether an answer comes from the old text or the new one, and from the new one where the limit has passed. */
    boolean allow(Answered answer) {
        long least = done.stream().filter(at -> at + limit <= answer.due()).count();
        long most = begun.stream().filter(at -> at <= answer.answered()).count();
        return least <= answer.save() && answer.save() <= most;
    }

    /** For each save, the nanoseconds until the first answer from it or a later one. */
    List<Long> delays(List<Answered> answers) {
        var delays = new ArrayList<Long>();
        for (int save = 1; save <= done.size(); save++) {
            int least = save;
            delays.add(answers.stream()
                            .filter(answer -> answer.save() >= least)
                            .mapToLong(Answered::answered)
                            .min()
                            .orElse(Long.MAX_VALUE)
                    - done.get(save - 1));
        }
        return delays;
    }

    /** Whether a task was due when the first save had begun, by when both ends of the measurement have warmed up. */
    boolean hasBegun(Answered answer) {
        return begun.getFirst() <= answer.due();
    }

    /** Whether a task was due while a save could be loading. */
    boolean isDuring(Answered answer) {
        return begun.stream().anyMatch(at -> at <= answer.due() && answer.due() < at + limit);
    }
}
