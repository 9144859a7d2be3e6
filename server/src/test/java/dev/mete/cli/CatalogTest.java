package dev.mete.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CatalogTest {
    private static final String SOURCES = """
            "sources": [{"covers": ["id", "provider", "api", "name", "context_window", "output_limit", "thinking", "input_limit", "lifecycle", "prices",
              "service_tiers", "speeds", "thinking_lengths", "errors", "self_hosted"], "source": "the maker", "date": "2026-06-01"}]""";
    private static final String MODELS = """
            {"version": 1, "as_of": "2026-06-01", "models": [
              {"id": "maker/big", "provider": "maker", "api": "openai.responses", "name": "big-1", "context_window": 400000, "input_limit": 272000,
               "output_limit": 128000, "thinking": {"levels": ["low", "high"], "can_be_off": true}, "lifecycle": {"retired": "2026-12-01"},
               "prices": [{"until": "2027-01-01", "input": 2.5, "cached_input": 0.25, "output": 15, "above": [{"input_tokens": 200000, "input": 5, "output": 22.5}]},
                          {"from": "2027-01-01", "input": 2, "output": 12, "daily": [{"from": "22:00", "until": "04:00", "input": 1, "output": 6}]}],
               "service_tiers": {"batch": 0.5},
               "speeds": [{"effort": "low", "first_token_ms": {"p50": 900, "p95": 2500}, "tokens_per_second": 80}],
               "thinking_lengths": [{"effort": "low", "tokens": {"p50": 800, "p95": 5700}}],
               "errors": [{"effort": "low", "type": "code_generation", "complexity": "high", "probability": 0.187}],
               "notes": "A note.", SOURCES},
              {"id": "maker/small", "provider": "maker", "api": "openai.responses", "name": "small-1", "context_window": 100000, "output_limit": 8192, SOURCES},
              {"id": "own/home", "provider": "own", "api": "vllm.chat", "name": "home", "context_window": 100000, "output_limit": 8192,
               "self_hosted": {"gpu_hour": 2.5, "gpus": 2, "sequences": 32, "tokens_per_second": 40, "input_tokens_per_second": 5000}, SOURCES}
            ]}""".replace("SOURCES", SOURCES);
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path root;

    private Path catalog;

    @BeforeEach
    void write() throws IOException {
        catalog = Files.writeString(root.resolve("catalog.json"), MODELS);
    }

    private static Ran ran(Object command, Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit = new CommandLine(command)
                .setExecutionExceptionHandler(Stopped::handle)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(
                        java.util.Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new Ran(exit, out.toString(), err.toString());
    }

    /** Of own/home: 2 GPUs at 2.5 dollars an hour, shared by 32 calls, of 5,000 tokens of input or 40 of output a second. */
    @Test
    void theListHasALineForEachModel() {
        Ran ran = ran(new CatalogList(TODAY), "--catalog", catalog);

        assertThat(ran).isEqualTo(new Ran(0, """
                        model                   context   output      $ in     $ out  efforts        speed  thinking  errors
                        maker/big (deprecated)  400,000  128,000       2.5        15  none low high  low    low       low
                        maker/small             100,000    8,192         -         -  none           -      -         -
                        own/home                100,000    8,192  0.008681  1.085069  none           -      -         -
                        """, ""));
    }

    @Test
    void theListShowsThePricesOfAnotherDay() throws IOException {
        JsonNode day = new ObjectMapper()
                .readTree(ran(
                                new CatalogList(TODAY),
                                "--catalog",
                                catalog,
                                "--at",
                                "2027-01-01T12:00:00Z",
                                "--format",
                                "json")
                        .out());
        JsonNode night = new ObjectMapper()
                .readTree(ran(new CatalogList(TODAY), "--catalog", catalog, "--at", "2027-01-02", "--format", "json")
                        .out());

        assertThat(day.at("/0/prices/input").asInt()).isEqualTo(2);
        assertThat(night.at("/0/prices/input").asInt()).isEqualTo(1);
        assertThat(day.at("/0/input_limit").asInt()).isEqualTo(272_000);
        assertThat(day.at("/1").has("prices")).isFalse();
        assertThat(ran(new CatalogList(TODAY), "--catalog", catalog, "--at", "tomorrow")
                        .err())
                .contains("`tomorrow` is no time");
        assertThat(ran(new CatalogList(TODAY), "--catalog", catalog, "--at", "2026-12-01")
                        .out())
                .contains("maker/big (retired)");
    }

    @Test
    void aModelIsShownWithAllThatIsKnown() {
        assertThat(ran(new CatalogShow(TODAY), "maker/big", "--catalog", catalog))
                .isEqualTo(new Ran(0, """
                        maker/big retires on 2026-12-01
                          called `big-1` by openai.responses
                          context window 400,000 tokens, input at most 272,000, output at most 128,000
                          thinks by the efforts low high; can be off
                          dollars per million tokens at 2026-11-20T12:00:00Z
                            input 2.5, cached 0.25, output 15
                            above 200,000 tokens of input: input 5, cached 0.25, output 22.5
                          over time
                            until 2027-01-01
                              input 2.5, cached 0.25, output 15
                              above 200,000 tokens of input: input 5, cached 0.25, output 22.5
                            from 2027-01-01
                              input 2, output 12
                              each day 22:00 to 04:00 UTC
                                input 1, output 6
                          effort low
                            first token after 900 ms (95 % within 2,500 ms), then 80 tokens a second
                            thinks 800 tokens (p50), 5,700 tokens (p95), 5,700 tokens (p99), MEAN on average
                            wrong 18.7 % in code_generation high
                          service tiers batch x0.5
                          A note.
                          sources
                            the maker, 2026-06-01: id, provider, api, name, context_window, output_limit, thinking, input_limit, lifecycle, prices, service_tiers, speeds, thinking_lengths, errors, self_hosted
                          not known
                            how long it thinks at high: no `best of`, no `cheapest of`, no expected cost, no `cut_off`; no latency, unless it was measured with the thinking
                            how fast it is at none high: no `fastest of`, no `latency`, no cap from a deadline; `best of` where waiting costs
                            how often it is wrong at none high: no `best of`, no `p_error`
                        """.replace("MEAN", "2,148"), ""));
    }

    @Test
    void whatIsNotKnownSaysWhatItMakesImpossible() {
        assertThat(ran(new CatalogShow(TODAY), "maker/small", "--catalog", catalog)
                        .out())
                .contains(
                        "  does not think\n", "prices: no `cheapest of`, no `best of`, no `price(..)`, no `limit cost`")
                .doesNotContain("how long it thinks");
        assertThat(ran(new CatalogShow(TODAY), "own/home", "--catalog", catalog).out())
                .contains("runs on 2 GPUs at 2.5 dollars an hour each, 32 calls at once, 40 tokens a second");
    }

    @Test
    void anUnknownModelIsAnsweredByTheNearestOne() {
        assertThat(Ran.mete("catalog", "show", "maker/bigg", "--catalog", catalog))
                .isEqualTo(new Ran(1, "", "mete: the catalog has no model `maker/bigg`\ndid you mean `maker/big`?\n"));
    }

    @Test
    void aCatalogWithoutAMistakeIsFine() {
        assertThat(ran(new CatalogCheck(TODAY), catalog)).isEqualTo(new Ran(0, "nothing is wrong\n", ""));
    }

    @Test
    void oldFiguresAndRetiredModelsAreWarnings() {
        Clock later = Clock.fixed(Instant.parse("2027-03-01T00:00:00Z"), ZoneOffset.UTC);

        Ran ran = ran(new CatalogCheck(later), catalog);

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains(
                        "warning[C0101]: the figures were last looked up on 2026-06-01, 273 days ago",
                        "warning[C0102]: `maker/big` is retired since 2026-12-01",
                        "0 errors, 2 warnings");
        assertThat(ran(new CatalogCheck(later), catalog, "--format", "github").out())
                .startsWith("::warning file=");
    }

    @Test
    void everyMistakeHasItsPlaceAndPointer() throws IOException {
        Path broken =
                Files.writeString(root.resolve("broken.json"), MODELS.replace("\"output\": 15", "\"output\": -15"));

        Ran ran = Ran.mete("catalog", "check", broken);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("/models/0/prices/0/output");
        assertThat(Ran.mete("catalog", "check", root.resolve("none")).exit()).isEqualTo(2);
        assertThat(Ran.mete("catalog", "check", broken, "--format", "sarif").out())
                .contains("\"ruleId\"");
    }

    @Test
    void withoutACommandTheyAreNamed() {
        assertThat(Ran.mete("catalog").err()).contains("name a command: catalog list, show, check, import");
    }
}
