package dev.mete.engine.json.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the prices of one model of LiteLLM's price map, which are dollars per token. Not thread-safe; used once. */
final class ReadLiteLlmPrices {
    private static final int PER_MILLION = 6;
    private static final String CACHE_HIT = "input_cost_per_token_cache_hit";

    private static final Map<String, Part> PARTS = parts();
    private static final Pattern ABOVE = Pattern.compile("(.+)_above_(\\d{1,6})k_tokens");
    private static final Map<String, String> TIERS = tierNames();

    private final Entry entry;
    private final PriceParts parts;

    ReadLiteLlmPrices(Entry entry) {
        this.entry = entry;
        this.parts = new PriceParts(entry.notes(), PER_MILLION);
    }

    /** The one price that the file has, which has no date. */
    List<Price.Period> read() {
        for (String name : List.copyOf(entry.names())) {
            Part part = PARTS.get(name);
            Matcher above = ABOVE.matcher(name);
            if (part != null) {
                entry.take(name).ifPresent(value -> parts.put(part, name, value));
            } else if (above.matches() && PARTS.containsKey(above.group(1))) {
                entry.take(name)
                        .ifPresent(value -> parts.putAbove(
                                Long.parseLong(above.group(2)) * 1_000, PARTS.get(above.group(1)), name, value));
            }
        }
        cacheHit();
        List<Entry> steps = entry.objects("tiered_pricing");
        if (!steps.isEmpty()) {
            steps(steps);
        }
        return parts.price()
                .map(price -> List.of(new Price.Period(null, null, price, List.of())))
                .orElse(List.of());
    }

    /** An older name of the price of cached input; some models have both. */
    private void cacheHit() {
        entry.take(CACHE_HIT).ifPresent(value -> {
            var before = parts.rate(Part.CACHED_INPUT);
            if (before.isEmpty()) {
                parts.put(Part.CACHED_INPUT, CACHE_HIT, value);
            } else if (Numbers.of(value)
                    .filter(rate -> rate.movePointRight(PER_MILLION).compareTo(before.get()) == 0)
                    .isEmpty()) {
                parts.spoil(Reason.OTHER_PRICES, "cached input is priced twice");
            }
        });
    }

    /** Prices by ranges of the input, each of which prices the whole call, as DashScope bills it. */
    private void steps(List<Entry> steps) {
        if (parts.has(Part.INPUT) || parts.has(Part.OUTPUT)) {
            parts.spoil(Reason.OTHER_PRICES, "one price, and others by ranges");
            return;
        }
        long last = -1;
        for (Entry step : steps) {
            List<Given> range = step.items("range");
            long start = range.isEmpty() ? -1 : start(range.getFirst());
            if (start <= last || (last < 0 && start != 0)) {
                parts.spoil(Reason.OTHER_PRICES, "ranges that do not start at 0 or do not ascend");
                return;
            }
            last = start;
            PARTS.forEach((name, part) -> step.take(name).ifPresent(value -> {
                if (start == 0) {
                    parts.put(part, name, value);
                } else {
                    parts.putAbove(start, part, name, value);
                }
            }));
        }
    }

    private static long start(Given value) {
        return Numbers.of(value)
                .filter(number -> number.stripTrailingZeros().scale() <= 0
                        && number.precision() - number.scale() <= 9
                        && number.signum() >= 0)
                .map(BigDecimal::longValueExact)
                .orElse(-1L);
    }

    /** The factors of service tiers: each where all its prices have the same one, exactly. */
    Map<String, BigDecimal> tiers() {
        var tiers = new LinkedHashMap<String, BigDecimal>();
        TIERS.forEach((suffix, tier) -> {
            var prices = new LinkedHashMap<String, Given>();
            for (String name : List.copyOf(entry.names())) {
                if (name.endsWith(suffix) && isPrice(name.substring(0, name.length() - suffix.length()))) {
                    entry.take(name)
                            .ifPresent(value -> prices.put(name.substring(0, name.length() - suffix.length()), value));
                }
            }
            if (!prices.isEmpty()) {
                factor(tier, prices).ifPresent(factor -> tiers.put(tier, factor));
            }
        });
        return tiers;
    }

    private static boolean isPrice(String name) {
        Matcher above = ABOVE.matcher(name);
        return PARTS.containsKey(name) || (above.matches() && PARTS.containsKey(above.group(1)));
    }

    private Optional<BigDecimal> factor(String tier, Map<String, Given> prices) {
        var factors = new ArrayList<Optional<BigDecimal>>();
        prices.forEach((name, value) -> factors.add(entry.take(name)
                .flatMap(Numbers::of)
                .flatMap(standard -> Numbers.of(value).flatMap(price -> Numbers.ratio(price, standard)))));
        boolean isWhole = prices.containsKey("input_cost_per_token") && prices.containsKey("output_cost_per_token");
        if (isWhole
                && factors.getFirst().isPresent()
                && factors.stream().distinct().count() == 1) {
            return factors.getFirst();
        }
        entry.notes().add(Reason.TIER, tier);
        return Optional.empty();
    }

    private static Map<String, Part> parts() {
        var parts = new LinkedHashMap<String, Part>();
        parts.put("input_cost_per_token", Part.INPUT);
        parts.put("cache_read_input_token_cost", Part.CACHED_INPUT);
        parts.put("cache_creation_input_token_cost", Part.CACHE_WRITE);
        parts.put("output_cost_per_token", Part.OUTPUT);
        parts.put("output_cost_per_reasoning_token", Part.REASONING);
        return parts;
    }

    private static Map<String, String> tierNames() {
        var names = new LinkedHashMap<String, String>();
        names.put("_batches", "batch");
        names.put("_flex", "flex");
        names.put("_priority", "priority");
        return names;
    }
}
