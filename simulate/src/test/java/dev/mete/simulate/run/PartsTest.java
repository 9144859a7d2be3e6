package dev.mete.simulate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mete.engine.catalog.Effort;
import dev.mete.simulate.report.SimulationReport;
import dev.mete.simulate.traffic.Traffic;
import dev.mete.simulate.traffic.TrafficRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What comes of a simulation does not depend on how many threads share it. */
class PartsTest {
    private static final String OLD = """
            rule "plans" when type is planning and tenant != "t7" then deep, effort high, cap 9_000
            otherwise fast, effort none
            """;
    private static final String NEW = """
            rule "long plans" when type is planning and input_tokens > 3_000 then deep, effort high, cap 9_000
            otherwise fast, effort none
            """;

    @Test
    void manyThreadsReportWhatOneDoes() {
        String[] lines = lines(20_000);
        SimulationReport one = simulated().parts(1).on(lines);
        assertThat(one.traffic().broken()).isPositive();
        assertThat(one.contenders())
                .hasSize(5)
                .allSatisfy(contender -> assertThat(contender.byTenant()).hasSize(101));
        for (int run = 0; run < 3; run++) {
            assertThat(simulated().parts(4).on(lines)).isEqualTo(one);
        }
    }

    private static Simulated simulated() {
        return Simulated.of(OLD, NEW).seeds(1).compared().controlled().with(new Baseline(Simulated.FAST, Effort.NONE));
    }

    /** Tasks of which tenants come up all along, plain and not, some of them broken, and what traffic says of itself. */
    private static String[] lines(int count) {
        var random = new Random(11);
        var lines = new ArrayList<String>();
        for (int line = 0; line < count; line++) {
            String task = "{\"type\":\"%s\",\"input_tokens\":%d,\"tenant\":\"t%d\"}"
                    .formatted(
                            random.nextBoolean() ? "planning" : "chat",
                            random.nextInt(8_000),
                            random.nextInt(1 + line / 10));
            lines.add(
                    switch (random.nextInt(20)) {
                        case 0 -> "{\"task\":" + task + ",\"count\":" + (1 + random.nextInt(3)) + "}";
                        case 1 ->
                            "{\"task\":" + task + ",\"at\":\"2027-01-0" + (1 + random.nextInt(9)) + "T00:00:00Z\"}";
                        case 2 -> "{\"at\":\"2026-12-01T10:00:00.5Z\",\"task\":" + task + "}";
                        case 3 -> line % 40 == 0 ? "{\"note\":\"note " + line + "\"}" : task;
                        case 4 -> line % 25 == 0 ? "{\"requests_per_day\":" + line / 5_000 + "00}" : task;
                        case 5 -> line % 30 == 0 ? task.substring(1) : task;
                        default -> task;
                    });
        }
        return lines.toArray(String[]::new);
    }

    @Test
    void whatAPlainLineSaysOfItsMomentIsWhatAnyOtherSays() {
        String task = "{\"type\":\"planning\",\"input_tokens\":5000}";
        for (String moment : List.of("2026-11-22T09:30:00Z", "2027-02-03T00:00:00Z")) {
            var plain = simulated().on("{\"task\":" + task + ",\"at\":\"" + moment + "\"}");
            var spaced = simulated().on(" { \"task\" : " + task + " , \"at\":\"" + moment + "\" } ");
            var reversed = simulated().on("{\"at\":\"" + moment + "\",\"task\":" + task + "}");
            assertThat(plain).isEqualTo(reversed).isEqualTo(spaced);
        }
        var broken = simulated().on(task, "{\"task\":" + task + ",\"at\":\"2026-13-22T09:30:00Z\"}");
        assertThat(broken.traffic().firstBroken())
                .singleElement()
                .satisfies(line -> assertThat(line.reason()).startsWith("`at` is no moment"));
    }

    @Test
    void whatStopsTheReadingStopsTheSimulation() {
        var traffic = new Traffic() {
            @Override
            public String name() {
                return "cut off";
            }

            @Override
            public boolean isRepeatable() {
                return true;
            }

            @Override
            public void read(Listener listener) throws IOException {
                listener.note("begun");
                throw new IOException("the disk is gone");
            }
        };
        assertThatThrownBy(() -> ShareTraffic.read(traffic, List.of(new Counting(0), new Counting(0)), _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
    }

    @Test
    void theFirstLineThatFailsIsTheOneThatIsTold() {
        var traffic = new Traffic() {
            @Override
            public String name() {
                return "endless";
            }

            @Override
            public boolean isRepeatable() {
                return true;
            }

            @Override
            public void read(Listener listener) {
                for (long line = 1; ; line++) {
                    listener.broken(line, "no line");
                }
            }
        };
        for (int run = 0; run < 20; run++) {
            assertThatThrownBy(() -> ShareTraffic.read(
                            traffic, List.of(new Counting(3_000), new Counting(3_000), new Counting(3_000)), _ -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("line 3000");
        }
    }

    /** Fails from a line on. */
    private record Counting(long failsFrom) implements ShareTraffic.Part, Traffic.Listener {
        @Override
        public Traffic.Listener listener() {
            return this;
        }

        @Override
        public Runnable endBlock() {
            return Nothing.TO_DO;
        }

        @Override
        public void take(TrafficRecord record) {}

        @Override
        public void broken(long line, String reason) {
            if (line >= failsFrom) {
                throw new IllegalStateException("line " + line);
            }
        }

        @Override
        public void note(String note) {}

        @Override
        public void requestsPerDay(long line, long requests) {}
    }
}
