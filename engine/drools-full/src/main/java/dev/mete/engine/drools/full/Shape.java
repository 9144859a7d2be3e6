package dev.mete.engine.drools.full;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.CatalogStamp;
import dev.mete.engine.diagnostic.Source;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.drools.drl.DrlLanguage;
import dev.mete.engine.drools.drl.DrlOutline;
import dev.mete.engine.drools.network.DroolsEngine;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.policy.PolicyInfo;
import dev.mete.engine.policy.Revision;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.TaskSchema;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a policy in full DRL without running it. Immutable. */
final class Shape {
    /** Code can read every feature, so a task has to tell all that have no default. */
    private static final TaskSchema SCHEMA = schemaOfAll();

    private final Source source;
    private final DrlOutline outline;
    private final Catalog catalog;
    private final PolicyInfo info;
    private final Map<String, DrlOutline.Rule> rules = new HashMap<>();

    Shape(Source source, DrlOutline outline, Catalog catalog) {
        this.source = source;
        this.outline = outline;
        this.catalog = catalog;
        outline.rules().forEach(rule -> rules.put(rule.name(), rule));
        this.info = new PolicyInfo(
                outline.name(),
                DrlLanguage.ENDING,
                DroolsEngine.NAME,
                Revision.of(List.of(source), catalog),
                CatalogStamp.of(catalog),
                outline.rules().stream().map(DrlOutline.Rule::name).toList(),
                models(),
                List.of(),
                List.of(source));
    }

    PolicyInfo info() {
        return info;
    }

    TaskSchema schema() {
        return SCHEMA;
    }

    private static TaskSchema schemaOfAll() {
        var all = new BitSet();
        all.set(0, StandardFeatures.all().size());
        return TaskSchema.of(StandardFeatures.all(), all);
    }

    Catalog catalog() {
        return catalog;
    }

    /** Whether any rule is in the group. */
    boolean has(String group) {
        return outline.rules().stream().anyMatch(rule -> group.equals(rule.group()));
    }

    /** The group of a rule; null where it is in none. */
    @Nullable
    String group(String rule) {
        DrlOutline.Rule known = rules.get(rule);
        return known == null ? null : known.group();
    }

    /** The rule as a whole. */
    Span span(String rule) {
        DrlOutline.Rule known = rules.get(rule);
        return known == null ? source.start() : known.span();
    }

    /** The models that consequences name in quotes; those that code puts together are not known beforehand. */
    private List<PolicyModel> models() {
        return outline.texts().stream()
                .flatMap(text -> catalog.model(text).stream())
                .map(model -> new PolicyModel(model.id(), model, source.start()))
                .toList();
    }
}
