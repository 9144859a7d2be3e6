package dev.mete.engine.json.imports;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.Thinking;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one model of models.dev, whose prices are dollars per million tokens. Immutable. */
final class ReadModelsDev {
    private static final Pattern TIER = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
    private static final long LONG_CONTEXT = 200_000;

    private final Providers providers;

    ReadModelsDev(Providers providers) {
        this.providers = providers;
    }

    Found read(String provider, String name, Given.Fields fields) {
        String key = provider + "/" + name;
        var entry = new Entry(fields, new Notes());
        List<String> answers =
                entry.object("modalities").map(of -> of.texts("output")).orElse(List.of());
        // embeddings come as text too; their family or their name tells them
        boolean isEmbedding = (entry.text("family").orElse("") + name).contains("embed");
        if (!answers.contains("text") || isEmbedding) {
            return new Found.Other(
                    key, Reason.NO_CHAT, isEmbedding ? "embeddings" : "answers with " + String.join(", ", answers));
        }
        Found.Limits limits = entry.object("limit").map(ReadModelsDev::limits).orElse(new Found.Limits(0, 0, 0));
        entry.drop("id", "name");
        return new Found.Model(
                new Found.Identity(
                        key,
                        providers.name(provider),
                        name,
                        providers.dialect(provider, name).orElse(null),
                        Set.of(name),
                        _ -> false),
                limits,
                thought(entry, limits.output()),
                figures(entry),
                entry.notes());
    }

    private static Found.Limits limits(Entry limit) {
        long window = limit.tokens("context");
        long input = limit.tokens("input");
        if (window > 0 && input > window) {
            limit.notes().add(Reason.INPUT_ABOVE_WINDOW, input + " of " + window);
            input = 0;
        }
        return new Found.Limits(window, limit.tokens("output"), input);
    }

    private static Found.Thought thought(Entry entry, long outputLimit) {
        Optional<Boolean> thinks = entry.flag("reasoning");
        List<Entry> options = entry.objects("reasoning_options");
        if (thinks.isEmpty()) {
            entry.notes().add(Reason.THINKING_UNSAID, "");
            return new Found.Thought(null, "models.dev does not say whether it thinks: thinking is left out.");
        }
        if (!thinks.get()) {
            return Found.Thought.NONE;
        }
        Set<Effort> levels = EnumSet.noneOf(Effort.class);
        boolean canBeOff = false;
        Thinking.@Nullable Budget budget = null;
        for (Entry option : options) {
            switch (option.text("type").orElse("")) {
                case "toggle" -> canBeOff = true;
                case "effort" -> option.texts("values").forEach(word -> level(word, levels, entry.notes()));
                case "budget_tokens" -> {
                    canBeOff |= option.has("min") && option.tokens("min") == 0;
                    budget = budget(option, outputLimit).orElse(null);
                }
                default -> option.notes().add(Reason.WRONG_FORM, "reasoning_options[].type");
            }
        }
        canBeOff |= levels.remove(Effort.NONE);
        if (levels.isEmpty() && budget == null) {
            entry.notes().add(Reason.NO_LEVELS, canBeOff ? "only whether it thinks can be set" : "");
            return new Found.Thought(
                    null, "It thinks, but models.dev names no efforts or whole budget: thinking is left out.");
        }
        return new Found.Thought(new Thinking(levels, budget, canBeOff), null);
    }

    private static void level(String word, Set<Effort> levels, Notes notes) {
        Effort.of(word).ifPresentOrElse(levels::add, () -> notes.add(Reason.UNKNOWN_LEVEL, word));
    }

    /** A least budget of 0 turns thinking off; the least that thinks is then 1. */
    private static Optional<Thinking.Budget> budget(Entry option, long outputLimit) {
        long least = option.tokens("min");
        long most = option.tokens("max");
        boolean hasBounds = option.has("min") && option.has("max");
        if (!hasBounds || most < Math.max(1, least) || most >= outputLimit) {
            option.notes()
                    .add(
                            Reason.NO_BOUNDS,
                            hasBounds
                                    ? least + " to " + most + " of " + outputLimit
                                    : "no " + (option.has("min") ? "max" : option.has("max") ? "min" : "bounds"));
            return Optional.empty();
        }
        return Optional.of(new Thinking.Budget(Math.max(1, least), most));
    }

    private static Found.Figures figures(Entry entry) {
        var cost = entry.object("cost");
        var parts = new PriceParts(entry.notes(), 0);
        cost.ifPresent(of -> {
            rates(of).forEach((part, value) -> parts.put(part, "cost." + part.field(), value));
            above(of, parts);
        });
        List<Price.Period> prices = parts.price()
                .map(price -> List.of(new Price.Period(null, null, price, List.of())))
                .orElse(List.of());
        boolean isDeprecated = entry.text("status").filter("deprecated"::equals).isPresent();
        return new Found.Figures(prices, tiers(entry, prices), isDeprecated, null);
    }

    private static void above(Entry cost, PriceParts parts) {
        List<Entry> tiers = cost.objects("tiers");
        Optional<Entry> longContext = cost.object("context_over_200k");
        for (Entry tier : tiers) {
            var of = tier.object("tier");
            long size = of.map(bounds -> bounds.tokens("size")).orElse(0L);
            boolean isContext =
                    of.flatMap(bounds -> bounds.text("type")).orElse("context").equals("context");
            if (size < 1 || !isContext) {
                parts.spoil(Reason.OTHER_PRICES, "a tier that is not by the size of the context");
                return;
            }
            rates(tier).forEach((part, value) -> parts.putAbove(size, part, "cost.tiers." + part.field(), value));
        }
        if (tiers.isEmpty()) {
            longContext.ifPresent(over -> rates(over)
                    .forEach((part, value) ->
                            parts.putAbove(LONG_CONTEXT, part, "cost.context_over_200k." + part.field(), value)));
        } else {
            // says once more what the tiers say
            longContext.ifPresent(ReadModelsDev::rates);
        }
    }

    private static Map<Part, Given> rates(Entry cost) {
        var rates = new LinkedHashMap<Part, Given>();
        cost.take("input").ifPresent(value -> rates.put(Part.INPUT, value));
        cost.take("cache_read").ifPresent(value -> rates.put(Part.CACHED_INPUT, value));
        cost.take("cache_write").ifPresent(value -> rates.put(Part.CACHE_WRITE, value));
        cost.take("output").ifPresent(value -> rates.put(Part.OUTPUT, value));
        cost.take("reasoning").ifPresent(value -> rates.put(Part.REASONING, value));
        return rates;
    }

    /** A faster mode with prices of its own is a service tier where its request says so. */
    private static Map<String, BigDecimal> tiers(Entry entry, List<Price.Period> prices) {
        var modes = entry.object("experimental").flatMap(of -> of.object("modes"));
        var tiers = new LinkedHashMap<String, BigDecimal>();
        modes.ifPresent(all -> all.names()
                .forEach(name -> all.object(name).ifPresent(mode -> {
                    Optional<Entry> body = mode.object("provider").flatMap(of -> of.object("body"));
                    Optional<String> tier =
                            body.flatMap(of -> of.text("service_tier")).or(() -> body.flatMap(of -> of.text("speed")));
                    Map<Part, Given> rates =
                            mode.object("cost").map(ReadModelsDev::rates).orElse(Map.of());
                    if (tier.isEmpty()) {
                        entry.notes().add(Reason.UPLIFT, "mode " + name);
                        return;
                    }
                    var factor = prices.isEmpty() ? Optional.<BigDecimal>empty() : factor(rates, prices.getFirst());
                    factor.filter(_ -> TIER.matcher(tier.get()).matches())
                            .ifPresentOrElse(
                                    found -> tiers.put(tier.get(), found),
                                    () -> entry.notes().add(Reason.TIER, tier.get()));
                })));
        return tiers;
    }

    private static Optional<BigDecimal> factor(Map<Part, Given> rates, Price.Period period) {
        var factors = rates.entrySet().stream()
                .map(rate -> Numbers.of(rate.getValue())
                        .flatMap(price -> Optional.ofNullable(
                                        period.price().rates().get(rate.getKey()))
                                .flatMap(standard -> Numbers.ratio(price, standard))))
                .distinct()
                .toList();
        return rates.containsKey(Part.INPUT) && rates.containsKey(Part.OUTPUT) && factors.size() == 1
                ? factors.getFirst()
                : Optional.empty();
    }
}
