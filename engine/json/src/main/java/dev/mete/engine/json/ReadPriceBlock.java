package dev.mete.engine.json;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the prices of one object, and those for long inputs in it. Not thread-safe. */
final class ReadPriceBlock {
    /** The fields of an object with prices. */
    static final List<String> FIELDS = with(PartialPrices.FIELDS, "above");

    private static final List<String> ABOVE_FIELDS = with(PartialPrices.FIELDS, "input_tokens");
    private static final int MOST_THRESHOLDS = 20;

    private final FormReading form;
    private final TierFactor tier;

    ReadPriceBlock(FormReading form, TierFactor tier) {
        this.form = form;
        this.tier = tier;
    }

    /** Names beside others. */
    static List<String> with(List<String> names, String... more) {
        return Stream.concat(Stream.of(more), names.stream()).toList();
    }

    PriceBlock read(FieldsReading fields) {
        return new PriceBlock(
                prices(fields), fields.optional("above").map(this::above).orElse(null));
    }

    /** Notes that an object says no price at all. */
    void checkSaysAny(FieldsReading fields, List<String> names) {
        if (names.stream().allMatch(name -> fields.optional(name).isEmpty())) {
            form.error(
                    FormReading.MISSING,
                    fields.object().span(),
                    form.name(fields.object()) + " has no price",
                    "add one out of " + String.join(", ", names));
        }
    }

    private PartialPrices prices(FieldsReading fields) {
        return new PartialPrices(
                price(fields, "input"),
                price(fields, "cached_input"),
                price(fields, "cache_write"),
                price(fields, "output"),
                price(fields, "reasoning"));
    }

    private @Nullable Long price(FieldsReading fields, String name) {
        var value = fields.optional(name);
        var price = value.isEmpty() ? OptionalLong.empty() : form.decimal(value.get(), Decimals.PRICE);
        if (price.isEmpty()) {
            return null;
        }
        var inTier = tier.apply(price.getAsLong());
        if (inTier.isEmpty()) {
            form.error(
                    ReadModel.OUT_OF_LINE,
                    value.get().span(),
                    form.name(value.get()) + " times " + tier.text() + ", for the service tier `" + tier.name()
                            + "`, is not " + Decimals.PRICE.form(),
                    "write the tier's own prices, and 1 as its multiplier");
            return null;
        }
        return inTier.getAsLong();
    }

    private List<PriceBlock.Above> above(Located value) {
        var thresholds = new ArrayList<PriceBlock.Above>();
        form.items(value, MOST_THRESHOLDS, "thresholds")
                .ifPresent(items -> items.forEach(
                        item -> form.fields(item, ABOVE_FIELDS).ifPresent(fields -> threshold(fields, thresholds))));
        return thresholds;
    }

    private void threshold(FieldsReading fields, List<PriceBlock.Above> before) {
        var tokens = fields.whole("input_tokens", 1, ReadModel.MOST_TOKENS);
        var prices = prices(fields);
        checkSaysAny(fields, PartialPrices.FIELDS);
        if (tokens.isEmpty()) {
            return;
        }
        if (!before.isEmpty() && tokens.getAsLong() <= before.getLast().inputTokens()) {
            Located value = fields.value("input_tokens");
            form.error(
                    ReadModel.OUT_OF_LINE,
                    value.span(),
                    form.name(value) + " is not above " + before.getLast().inputTokens() + " before it",
                    "write the thresholds from the lowest to the highest");
        }
        before.add(new PriceBlock.Above(tokens.getAsLong(), prices));
    }
}
