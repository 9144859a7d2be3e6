package dev.mete.bench.workload;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a generated rule tests and asks for, for the writers of other engines' rules.
 *
 * @param type the kind of work that it is for; null for all
 * @param tenant whom it is for; null for all
 */
public record PeerRule(
        int place, @Nullable String type, @Nullable String tenant, List<Span> spans, Ask ask) {
    /**
     * The values of a number, from the least to below a bound; null leaves either end open.
     *
     * @param name the component of {@link Fields}
     */
    public record Span(
            String name, @Nullable Integer least, @Nullable Integer below) {}

    /** What the rule tests, each as an expression that Drools and CEL write alike. */
    public List<String> tests() {
        var tests = new ArrayList<String>();
        if (type != null) {
            tests.add("type == \"" + type + "\"");
        }
        if (tenant != null) {
            tests.add("tenant == \"" + tenant + "\"");
        }
        for (Span span : spans) {
            if (span.least() != null) {
                tests.add(span.name() + " >= " + span.least());
            }
            if (span.below() != null) {
                tests.add(span.name() + " < " + span.below());
            }
        }
        return tests;
    }

    static PeerRule of(int place, GeneratedRule rule) {
        return new PeerRule(
                place,
                rule.type(),
                rule.tenant(),
                rule.ranges().stream()
                        .map(range -> new Span(
                                range.axis().component(),
                                range.hasLeast() ? (Integer) range.least() : null,
                                range.hasBelow() ? (Integer) range.below() : null))
                        .toList(),
                rule.ask());
    }
}
