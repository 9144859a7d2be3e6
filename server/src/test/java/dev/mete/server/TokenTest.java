package dev.mete.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TokenTest {
    @TempDir
    private Path folder;

    @Test
    void whoHasTheTokenIsAnsweredAndWhoHasNotIsTold() {
        var settings = TestService.settings(null, new BearerToken(" s3cret\n"));
        try (var service = TestService.of(new Rules(folder).with("demo", 100), settings, null)) {
            Client client = service.client();

            assertThat(client.post("/v1/decide", Rules.TASK, "Authorization", "Bearer s3cret")
                            .status())
                    .isEqualTo(200);
            assertThat(client.post("/v1/decide", Rules.TASK, "Authorization", "bearer  s3cret")
                            .status())
                    .isEqualTo(200);
            for (String wrong : new String[] {"Bearer s3cre", "Bearer s3crets", "Bearer", "Basic s3cret", "s3cret"}) {
                Reply reply = client.post("/v1/decide", Rules.TASK, "Authorization", wrong);

                assertThat(reply.status()).as(wrong).isEqualTo(401);
                assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer ");
                assertThat(reply.text()).doesNotContain("s3cret");
            }
            assertThat(client.get("/v1/policies").status()).isEqualTo(401);
            assertThat(client.get("/metrics").status()).isEqualTo(401);
            assertThat(client.get("/nope").status()).isEqualTo(401);
        }
    }

    @Test
    void healthNeedsNoToken() {
        var settings = TestService.settings(null, new BearerToken("s3cret"));
        try (var service = TestService.of(new Rules(folder).with("demo", 100), settings, null)) {
            assertThat(service.client().get("/healthz").status()).isEqualTo(200);
            assertThat(service.client().get("/readyz").status()).isEqualTo(200);
        }
    }

    @Test
    void aTokenIsNeverShown() {
        assertThat(new BearerToken("s3cret")).asString().doesNotContain("s3cret");
    }
}
