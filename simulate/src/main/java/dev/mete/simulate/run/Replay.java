package dev.mete.simulate.run;

import dev.mete.engine.task.Task;
import dev.mete.simulate.chance.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Gives each line of traffic to every contender, under every seed. Not thread-safe. */
final class Replay {
    /** How often a line that stands for many requests is drawn; each draw then stands for an equal share of them. */
    static final long MOST_DRAWS = 1_000;

    private final List<ContenderPart> contenders;
    private final List<Pairing> pairings;
    private final List<Chance> chances;
    private final Drawn drawn = new Drawn();
    private boolean hasShares;

    Replay(List<ContenderPart> contenders, List<Pairing> pairings, Settings settings) {
        this.contenders = contenders;
        this.pairings = pairings;
        this.chances = LongStream.range(settings.seed(), settings.seed() + settings.seeds())
                .mapToObj(Chance::new)
                .toList();
    }

    /** Whether a draw stood for more than one request. */
    boolean hasShares() {
        return hasShares;
    }

    void take(Arrival arrival) {
        var choices = new ArrayList<@Nullable Choice>();
        for (ContenderPart contender : contenders) {
            choices.add(contender.steady(arrival, chances.getFirst()));
        }
        pairings.forEach(pairing -> pairing.meet(choices, arrival.record().count()));
        hasShares |= arrival.record().count() > MOST_DRAWS;
        for (int place = 0; place < contenders.size(); place++) {
            var line = new Line(arrival, contenders.get(place));
            for (int seed = 0; seed < chances.size(); seed++) {
                line.draw(seed, choices.get(place), place);
            }
        }
    }

    /** One line of traffic on its way to one contender. */
    private final class Line {
        private final Arrival arrival;
        private final ContenderPart contender;
        private final Task task;
        private final List<Sending> sendings = new ArrayList<>(1);

        Line(Arrival arrival, ContenderPart contender) {
            this.arrival = arrival;
            this.contender = contender;
            this.task = contender.task(arrival);
        }

        /** Draws all requests of the line under one seed. */
        void draw(int seed, @Nullable Choice steady, int place) {
            long count = arrival.record().count();
            long draws = Math.min(count, MOST_DRAWS);
            Chance chance = chances.get(seed);
            for (long request = 0; request < draws; request++) {
                long times = count / draws + (request < count % draws ? 1 : 0);
                switch (steady != null ? steady : contender.choose(arrival, chance, request)) {
                    case Choice.Refuses _ -> contender.ledger().refuse(times);
                    case Choice.Fails _ -> contender.ledger().fail(times);
                    case Choice.Sends sends -> {
                        Sending sending = sending(sends);
                        sending.draw.into(drawn, chance, request);
                        contender.ledger().add(sending.places, seed, drawn, times);
                        for (Pairing pairing : pairings) {
                            pairing.cost(place, drawn, times);
                        }
                    }
                }
            }
        }

        /** Calls of one model and effort are the same for all requests of a line. */
        private Sending sending(Choice.Sends sends) {
            for (Sending known : sendings) {
                if (known.plan.equals(sends.planName())) {
                    return known;
                }
            }
            var sending = new Sending(
                    sends.planName(),
                    new Draw(arrival.record(), task, sends),
                    contender.ledger().places(sends, task));
            sendings.add(sending);
            return sending;
        }
    }

    /** A call and where it counts. */
    private record Sending(String plan, Draw draw, List<Tally> places) {}
}
