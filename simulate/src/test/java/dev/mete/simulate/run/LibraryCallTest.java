package dev.mete.simulate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.json.CatalogJson;
import dev.mete.engine.json.CatalogReading;
import dev.mete.engine.load.Loading;
import dev.mete.engine.load.PolicyLoader;
import dev.mete.engine.policy.CompiledPolicy;
import dev.mete.simulate.report.ReportText;
import dev.mete.simulate.report.SimulationReport;
import dev.mete.simulate.traffic.NdjsonTraffic;
import dev.mete.simulate.traffic.TrafficSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The call that docs/simulate.md shows, on the worked example. */
class LibraryCallTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "worked-example");

    @Test
    void aSimulationIsOneCallAndItsReportARecord() throws IOException {
        var reading = (CatalogReading.Read) CatalogJson.read(EXAMPLE.resolve("catalog.json"), "catalog.json");
        PolicyLoader loader = PolicyLoader.installed();
        var loaded = (Loading.Loaded) loader.load(EXAMPLE.resolve("policy.mete"), EXAMPLE, reading.catalog());
        try (CompiledPolicy policy = loaded.policy()) {
            var settings = new Settings(5, 1, null, Instant.now(), false, true, List.of());
            var traffic = new NdjsonTraffic("traffic.ndjson", TrafficSource.of(EXAMPLE.resolve("traffic.ndjson")));
            SimulationReport report = new Simulation(loader, reading.catalog(), List.of(policy), List.of(), settings)
                    .run(traffic, _ -> {});

            assertThat(ReportText.of(report)).contains("$970.00", "$354,050.00", "control of worked-example");
        }
    }
}
