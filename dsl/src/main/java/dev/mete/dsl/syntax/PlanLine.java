package dev.mete.dsl.syntax;

import dev.mete.engine.diagnostic.Span;
import java.util.List;

/** A plan as written: a model and its settings. Immutable. */
public record PlanLine(Word model, List<Setting> settings, Span span) {
    public PlanLine {
        settings = List.copyOf(settings);
    }

    /** One setting of a plan, such as {@code cap 600}. */
    public record Setting(Word name, Expression value, Span span) {}
}
