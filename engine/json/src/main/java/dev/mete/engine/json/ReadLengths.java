package dev.mete.engine.json;

import dev.mete.engine.catalog.Effort;
import dev.mete.engine.catalog.ThinkingLengths;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads how long a model thinks, by effort level. Not thread-safe; used once. */
final class ReadLengths {
    private static final List<String> FIELDS = List.of("effort", "tokens");
    private static final String MEDIAN = "p50";
    private static final int SHARE_PER_PERCENT = ThinkingLengths.CERTAIN / 100;

    /** The names of quantiles, lowest first. */
    private static final List<String> QUANTILES = Stream.concat(
                    IntStream.rangeClosed(0, 99).mapToObj(percent -> "p" + percent), Stream.of("p99_9", "p100"))
            .toList();

    private static final int SLOW = QUANTILES.indexOf("p95");

    private final FormReading form;
    private final ReadEffort efforts;
    private final Map<Effort, ThinkingLengths> lengths = new EnumMap<>(Effort.class);

    ReadLengths(FormReading form, @Nullable NavigableSet<Effort> efforts) {
        this.form = form;
        this.efforts = new ReadEffort(form, efforts);
    }

    Map<Effort, ThinkingLengths> read(Located value) {
        form.items(value, ReadSpeeds.MOST, "lengths")
                .ifPresent(
                        items -> items.forEach(item -> form.fields(item, FIELDS).ifPresent(this::length)));
        return lengths;
    }

    private void length(FieldsReading fields) {
        var effort = effort(fields);
        var points = fields.required("tokens")
                .flatMap(value -> form.fields(value, QUANTILES))
                .flatMap(this::points);
        if (effort.isPresent() && points.isPresent()) {
            lengths.put(effort.get(), new ThinkingLengths(points.get()));
        }
    }

    private Optional<Effort> effort(FieldsReading fields) {
        if (fields.optional("effort").orElse(null) instanceof Located.Text(var word, var span, var _)
                && word.equals(Effort.NONE.word())) {
            form.error(
                    ReadModel.OUT_OF_LINE,
                    span,
                    form.name(fields.value("effort")) + " is `none`, which never thinks",
                    "remove this entry");
            return Optional.empty();
        }
        return efforts.readOnce(fields);
    }

    private Optional<List<ThinkingLengths.Point>> points(FieldsReading fields) {
        int problems = form.count();
        checkEnough(fields);
        var points = new ArrayList<ThinkingLengths.Point>();
        @Nullable String last = null;
        for (String name : QUANTILES) {
            OptionalLong tokens = tokens(fields, name);
            if (tokens.isEmpty()) {
                continue;
            }
            if (last != null && tokens.getAsLong() < points.getLast().tokens()) {
                Located value = fields.value(name);
                form.error(
                        ReadModel.OUT_OF_LINE,
                        value.span(),
                        form.name(value) + " is below `" + last + "` of "
                                + points.getLast().tokens() + " tokens",
                        "quantiles ascend: correct one of them");
            }
            points.add(new ThinkingLengths.Point(share(name), tokens.getAsLong()));
            last = name;
        }
        return form.count() > problems ? Optional.empty() : Optional.of(points);
    }

    private OptionalLong tokens(FieldsReading fields, String name) {
        var value = fields.optional(name);
        return value.isEmpty() ? OptionalLong.empty() : form.whole(value.get(), 0, ThinkingLengths.LONGEST);
    }

    private void checkEnough(FieldsReading fields) {
        fields.required(MEDIAN);
        boolean isBounded = QUANTILES.subList(SLOW, QUANTILES.size()).stream()
                .anyMatch(name -> fields.optional(name).isPresent());
        if (!isBounded) {
            form.error(
                    FormReading.MISSING,
                    fields.object().span(),
                    form.name(fields.object()) + " has no quantile of `p95` or above",
                    "without one nothing can be said of long thinking: add `p95`, `p99` or another");
        }
    }

    private static int share(String name) {
        return name.equals("p99_9")
                ? ThinkingLengths.CERTAIN - SHARE_PER_PERCENT / 10
                : Integer.parseInt(name.substring(1)) * SHARE_PER_PERCENT;
    }
}
