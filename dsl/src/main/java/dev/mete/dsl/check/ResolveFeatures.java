package dev.mete.dsl.check;

import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.Item.FeatureLine;
import dev.mete.dsl.syntax.PolicyFiles;
import dev.mete.dsl.syntax.ValueSyntax;
import dev.mete.dsl.syntax.Word;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.task.Feature;
import dev.mete.engine.task.FeatureType;
import dev.mete.engine.task.StandardFeatures;
import dev.mete.engine.task.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the features of a policy: the standard ones, narrowed where it says so, then its own. */
final class ResolveFeatures {
    private final PolicyFiles files;
    private final Report report;
    private final FeatureTypes types;
    private final FeatureValues values;
    private final Narrowing narrowing;
    private final Map<String, Feature> features = new LinkedHashMap<>();
    private final Map<String, Span> declared = new HashMap<>();
    private final Set<String> broken = new HashSet<>();

    ResolveFeatures(PolicyFiles files, Report report) {
        this.files = files;
        this.report = report;
        this.types = new FeatureTypes(report);
        this.values = new FeatureValues(report);
        this.narrowing = new Narrowing(report);
        StandardFeatures.all().forEach(feature -> features.put(feature.name(), feature));
    }

    /**
     * The features of a policy.
     *
     * @param names where each name is declared; {@link Span#NONE} for the standard ones
     */
    record Resolved(List<Feature> features, Set<String> broken, Map<String, Span> names) {}

    Resolved resolve() {
        var lines = files.main()
                .items(Item.Features.class)
                .flatMap(block -> block.lines().stream())
                .toList();
        ResolveNames.checkCount(lines.size(), "features", () -> lines.getLast().span(), report);
        lines.stream().limit(ResolveNames.MOST_NAMES).forEach(this::line);
        checkJsonNames();
        features.keySet().forEach(name -> declared.putIfAbsent(name, Span.NONE));
        return new Resolved(new ArrayList<>(features.values()), broken, declared);
    }

    private void line(FeatureLine line) {
        Word name = line.name();
        ResolveNames.checkForm(name, "a feature", report);
        ResolveNames.checkReserved(name, report);
        if (!ResolveNames.isNew(name.text(), name.span(), "feature", declared, report)) {
            return;
        }
        boolean isName = ResolveNames.isName(name);
        Feature standard = features.get(name.text());
        Optional<Feature> feature =
                line.broken() || !isName ? Optional.empty() : standard == null ? own(line) : narrowed(line, standard);
        feature.ifPresentOrElse(known -> features.put(known.name(), known), () -> {
            if (standard == null) {
                broken.add(name.text());
            }
        });
    }

    private Optional<Feature> own(FeatureLine line) {
        String name = line.name().text();
        if (line.type() == null) {
            report.error(
                    Code.TYPE_MISSING,
                    line.span(),
                    "the feature `" + name + "` has no type",
                    "write `" + name + " : ` and its type, such as `" + name + " : bool`");
            return Optional.empty();
        }
        return types.type(line.type())
                .map(type ->
                        new Feature(name, type, defaultValue(line.defaultValue(), type), "declared by this policy"));
    }

    /** A feature must not have the name that JSON has for another one. */
    private void checkJsonNames() {
        for (Feature feature : features.values()) {
            Span span = feature.jsonName().equals(feature.name()) ? null : declared.get(feature.jsonName());
            if (span != null) {
                report.error(
                        Code.DECLARED_TWICE,
                        span,
                        "the feature `" + feature.jsonName() + "` has a name that is taken",
                        "it is how tasks write `" + feature.name() + "` as a bare number");
            }
        }
    }

    private Optional<Feature> narrowed(FeatureLine line, Feature standard) {
        if (line.type() == null && line.defaultValue() == null) {
            report.error(
                    Code.TYPE_MISSING,
                    line.span(),
                    "`" + standard.name() + "` is a standard feature, and this line says nothing new of it",
                    "narrow its type, give it a default, or leave the line out");
            return Optional.empty();
        }
        FeatureType type = standard.type();
        if (line.type() != null) {
            var written = types.type(line.type());
            if (written.isEmpty() || !narrowing.isNarrower(written.get(), standard, line.type())) {
                return Optional.empty();
            }
            type = written.get();
        }
        Value value =
                line.defaultValue() == null ? kept(standard, type, line) : defaultValue(line.defaultValue(), type);
        return Optional.of(new Feature(standard.name(), type, value, standard.meaning()));
    }

    private @Nullable Value defaultValue(@Nullable ValueSyntax written, FeatureType type) {
        return written == null ? null : values.value(written, type).orElse(null);
    }

    /** The standard default under the narrowed type. */
    private @Nullable Value kept(Feature standard, FeatureType type, FeatureLine line) {
        Value value = standard.defaultValue();
        if (value == null) {
            return null;
        }
        Optional<Value> moved = Narrowing.moved(value, standard.type(), type);
        if (moved.isEmpty()) {
            String shown = standard.type().format(value);
            report.error(
                    Code.DEFAULT_MISSING,
                    line.span(),
                    "`" + standard.name() + "` is " + shown + " where a task does not say, which this type leaves out",
                    "write a default, such as `= " + Example.of(type) + "`");
        }
        return moved.orElse(null);
    }
}
