package dev.mete.engine.catalog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a provider goes on offering a model. Immutable.
 *
 * @param deprecated whether its end has been announced
 * @param retired the first day without it; null where none is known
 */
public record Lifecycle(boolean deprecated, @Nullable LocalDate retired) {
    /** Nothing is known of an end. */
    public static final Lifecycle CURRENT = new Lifecycle(false, null);

    /** Its end has been announced, without a day. */
    public static final Lifecycle DEPRECATED = new Lifecycle(true, null);

    /** Whether the model is gone on a day. */
    public boolean isRetired(LocalDate day) {
        return retired != null && !day.isBefore(retired);
    }
}
