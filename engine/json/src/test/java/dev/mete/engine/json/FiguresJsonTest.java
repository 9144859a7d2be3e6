package dev.mete.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.ErrorRates;
import dev.mete.engine.catalog.Figures;
import dev.mete.engine.catalog.Prices;
import dev.mete.engine.catalog.Speed;
import dev.mete.engine.catalog.TokenPrices;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FiguresJsonTest {
    private static final Prices PRICES = new Prices(
            new TokenPrices(5_000_000, 500_000, 6_250_000, 30_000_000, 30_000_000),
            List.of(new Prices.Tier(200_000, TokenPrices.of(10_000_000, 45_000_001))));

    @Test
    void pricesAreDollarsPerMillionTokens() throws IOException {
        assertThat(written(out -> FiguresJson.prices(out, "prices", PRICES))).isEqualTo("""
                {"prices":{"input":5,"cached_input":0.5,"cache_write":6.25,"output":30,"reasoning":30,\
                "above":[{"input_tokens":200000,"input":10,"cached_input":10,"cache_write":10,\
                "output":45.000001,"reasoning":45.000001}]}}""");
    }

    @Test
    void whatIsKnownIsListed() throws IOException {
        var speeds = Map.of(Effort.NONE, new Speed(1L, 2L, 3, false));
        var some = new Figures(PRICES, null, null, speeds, Map.of(), ErrorRates.UNKNOWN);

        assertThat(written(out -> FiguresJson.known(out, some))).isEqualTo("{\"known\":[\"prices\",\"speeds\"]}");
        assertThat(written(out -> FiguresJson.known(out, Figures.NONE))).isEqualTo("{\"known\":[]}");
    }

    private interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    private static String written(Writing fields) throws IOException {
        var text = new StringWriter();
        try (var out = JsonForms.factory().createGenerator(text)) {
            out.writeStartObject();
            fields.to(out);
            out.writeEndObject();
        }
        return text.toString();
    }
}
