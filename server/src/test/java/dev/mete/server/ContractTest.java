package dev.mete.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mete.engine.load.PolicyLoader;
import dev.mete.server.decide.AnswerTask;
import dev.mete.server.reload.ReloadRules;
import dev.mete.server.reload.RulesSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContractTest {
    @TempDir
    private Path folder;

    @Test
    void everyAddressIsInTheContractAndTheContractHasNoOther() {
        PolicyLoader loader = PolicyLoader.installed();
        try (var reload = ReloadRules.start(RulesSettings.of(folder, null, loader))) {
            var service = new Service(reload.policies(), loader, new Metrics(), InstantSource.system());
            var served = new TreeSet<String>();
            MeteServer.routes(
                            new FindPolicy(service.policies(), null),
                            new AnswerTask(service.metrics()),
                            service,
                            new Drain(Duration.ZERO))
                    .forEach(route -> served.add(route.method().name() + " " + route.path()));

            assertThat(served).isEqualTo(OpenApi.CONTRACT.operations());
        }
    }

    @Test
    void theDescriptionAndItsPageAreServedAndNeedNoNetwork() {
        try (var service = TestService.of(new Rules(folder).with("demo", 100))) {
            assertThat(service.client().get("/openapi.json").at("/openapi")).isEqualTo("3.1.0");

            Reply page = service.client().get("/docs");

            assertThat(page.text())
                    .contains("POST /v1/policies/{policy}/decide", "id=\"unknown-policy\"", "id=\"form-Decision\"")
                    .doesNotContain("<script", "http:", "https:");
        }
    }
}
