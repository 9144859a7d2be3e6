package dev.mete.engine.json;

import dev.mete.engine.catalog.Model;
import dev.mete.engine.catalog.PriceSchedule;
import org.jspecify.annotations.Nullable;

/** A model with its prices over time, which it has no part of itself; null where it has none. Immutable. */
record PricedModel(Model model, @Nullable PriceSchedule schedule) {}
