package dev.mete.engine.json.imports;

import com.fasterxml.jackson.core.JsonParser;
import dev.mete.engine.json.JsonForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The prices that an entry of a catalog has, to be compared with those of a price map. Stateless. */
final class CatalogPeriods {
    private CatalogPeriods() {}

    /** A value of a catalog that has been read without a mistake. */
    static Given given(String json) {
        try (JsonParser parser = JsonForms.factory().createParser(json)) {
            parser.nextToken();
            return Given.read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("a value of a catalog that has been read is JSON", e);
        }
    }

    static List<Price.Period> read(String json) {
        var periods = new ArrayList<Price.Period>();
        if (given(json) instanceof Given.Items(var items)) {
            for (Given item : items) {
                if (item instanceof Given.Fields fields) {
                    var entry = new Entry(fields, new Notes());
                    periods.add(new Price.Period(
                            entry.text("from").orElse(null),
                            entry.text("until").orElse(null),
                            price(entry),
                            daily(entry)));
                }
            }
        }
        return periods;
    }

    private static List<Price.Daily> daily(Entry period) {
        return period.objects("daily").stream()
                .map(window -> new Price.Daily(
                        window.text("from").orElse(""), window.text("until").orElse(""), price(window)))
                .toList();
    }

    /** A window may leave out what is as outside of it, so that not every price is whole. */
    private static Price price(Entry entry) {
        var above = entry.objects("above").stream()
                .map(step -> new Price.Above(step.tokens("input_tokens"), rates(step)))
                .toList();
        return new Price(rates(entry), above);
    }

    private static Map<Part, BigDecimal> rates(Entry entry) {
        var rates = new java.util.EnumMap<Part, BigDecimal>(Part.class);
        for (Part part : Part.values()) {
            // 5 and 5.0 are the same price
            entry.take(part.field())
                    .flatMap(Numbers::of)
                    .ifPresent(rate -> rates.put(part, new BigDecimal(Numbers.plain(rate))));
        }
        return rates;
    }

    /** The period that holds on a day. */
    static Optional<Price.Period> at(List<Price.Period> periods, LocalDate day) {
        Price.@Nullable Period found = null;
        for (Price.Period period : periods) {
            if (found == null || period.from() == null || period.from().compareTo(day.toString()) <= 0) {
                found = period;
            }
        }
        return Optional.ofNullable(found);
    }
}
