package dev.mete.engine.drools.drl;

import dev.mete.engine.task.Feature;
import dev.mete.engine.task.StandardFeatures;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of the fact {@code Task}: the standard features in camel case, each with its slot. */
final class Fields {
    static final List<Feature> FEATURES = StandardFeatures.all();

    private static final Map<String, Field> BY_NAME = new LinkedHashMap<>();
    private static final Map<String, Field> BY_GETTER = new LinkedHashMap<>();

    static {
        for (int slot = 0; slot < FEATURES.size(); slot++) {
            var field = new Field(camelCase(FEATURES.get(slot).jsonName()), slot, FEATURES.get(slot));
            BY_NAME.put(field.name(), field);
            BY_GETTER.put(field.getter(), field);
        }
    }

    private Fields() {}

    /** A field of the fact. */
    record Field(String name, int slot, Feature feature) {
        /** The method that reads the field. */
        String getter() {
            String prefix = feature.type() instanceof dev.mete.engine.task.FeatureType.Flag ? "is" : "get";
            return prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }
    }

    static Optional<Field> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static Optional<Field> readBy(String getter) {
        return Optional.ofNullable(BY_GETTER.get(getter));
    }

    static Collection<String> names() {
        return BY_NAME.keySet();
    }

    static Collection<String> getters() {
        return BY_GETTER.keySet();
    }

    /** The field of a slot. */
    static Field of(int slot) {
        return named(camelCase(FEATURES.get(slot).jsonName())).orElseThrow();
    }

    private static String camelCase(String snakeCase) {
        var camel = new StringBuilder();
        for (int i = 0; i < snakeCase.length(); i++) {
            char c = snakeCase.charAt(i);
            camel.append(c == '_' ? Character.toUpperCase(snakeCase.charAt(++i)) : c);
        }
        return camel.toString();
    }
}
