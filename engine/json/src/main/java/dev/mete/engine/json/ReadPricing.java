package dev.mete.engine.json;

import dev.mete.engine.catalog.Hosting;
import dev.mete.engine.catalog.PriceSchedule;
import dev.mete.engine.diagnostic.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a model's calls cost, and which service tier they are sent with. Not thread-safe; used once. */
final class ReadPricing {
    private static final Decimals FACTOR = Decimals.of("0", "100", 6);
    private static final Pattern TIER = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
    private static final String TIER_FORM = "the name of a service tier, as in `flex`";
    private static final int MOST_TIERS = 20;

    private final FormReading form;

    ReadPricing(FormReading form) {
        this.form = form;
    }

    Pricing read(FieldsReading model) {
        int problems = form.count();
        List<TierFactor> tiers =
                model.optional("service_tiers").map(this::tiers).orElse(List.of());
        boolean areKnown = form.count() == problems;
        var tier = model.optional("service_tier");
        var name = tier.flatMap(value -> form.text(value, TIER, TIER_FORM));
        var factor = tiers.stream()
                .filter(known -> name.isPresent() && known.name().equals(name.get()))
                .findFirst();
        if (areKnown && name.isPresent() && factor.isEmpty()) {
            unknown(name.get(), tier.get(), tiers);
        }
        checkOneOfBoth(model);
        @Nullable
        PriceSchedule schedule = model.optional("prices")
                .flatMap(value -> new ReadPrices(form, factor.orElse(TierFactor.STANDARD)).read(value))
                .orElse(null);
        @Nullable
        Hosting hosting = model.optional("self_hosted")
                .flatMap(value -> new ReadHosting(form).read(value))
                .orElse(null);
        return new Pricing(schedule, hosting, name.orElse(null));
    }

    private List<TierFactor> tiers(Located value) {
        var tiers = new ArrayList<TierFactor>();
        if (!(value instanceof Located.Fields(var fields, var _, var _))
                || fields.isEmpty()
                || fields.size() > MOST_TIERS) {
            form.wrongForm(
                    value, "an object of 1 to " + MOST_TIERS + " names, each with what it multiplies prices by", null);
            return tiers;
        }
        form.fields(value, fields.stream().map(Located.Field::name).toList());
        for (Located.Field field : fields) {
            if (!TIER.matcher(field.name()).matches()) {
                form.error(
                        FormReading.WRONG_FORM,
                        field.nameSpan(),
                        form.name(field.value()) + " has to be named by lower-case letters and digits",
                        "write the tier as the API takes it");
            }
            form.decimal(field.value(), FACTOR)
                    .ifPresent(millionths -> tiers.add(new TierFactor(field.name(), millionths)));
        }
        return tiers;
    }

    private void unknown(String name, Located tier, List<TierFactor> tiers) {
        var names = tiers.stream().map(TierFactor::name).toList();
        form.error(
                ReadModel.NOT_THERE,
                tier.span(),
                form.name(tier) + " is `" + name + "`, which `service_tiers` does not have",
                names.isEmpty()
                        ? "write what it multiplies prices by: \"service_tiers\": {\"" + name + "\": 1}"
                        : NearestName.help(name, names));
    }

    private void checkOneOfBoth(FieldsReading model) {
        var hosting = model.optional("self_hosted");
        for (String other : List.of("prices", "service_tiers", "service_tier")) {
            Optional<Located> value = model.optional(other);
            if (hosting.isPresent() && value.isPresent()) {
                form.error(
                        ReadModel.OUT_OF_LINE,
                        value.get().span(),
                        form.name(value.get()) + " is there beside " + form.name(hosting.get())
                                + ", from which the prices follow",
                        "remove one of the two");
            }
        }
    }
}
