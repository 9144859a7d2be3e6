package dev.mete.engine.drools.drl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The groups of rules, in the order in which they are run, and the methods of {@code decision} that each calls. */
enum Group {
    CLASSIFY,
    WAIT,
    ROUTE,
    LIMIT;

    /** The group's name in rule files. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> calls() {
        return switch (this) {
            case CLASSIFY -> List.of("classify");
            case WAIT -> List.of("waitingCostsUsdPerSecond");
            case ROUTE -> List.of("route", "bestOf", "cheapestOf", "fastestOf", "fallback");
            case LIMIT -> List.of("limitEffort", "limitThinking", "limitCap", "limitCostUsd", "limitTimeoutMs");
        };
    }

    static List<String> allCalls() {
        return Stream.of(values()).flatMap(group -> group.calls().stream()).toList();
    }

    /** The calls for a message. */
    String shownCalls() {
        return calls().stream().map(call -> "`decision." + call + "`").collect(Collectors.joining(", "));
    }

    static List<String> words() {
        return Stream.of(values()).map(Group::word).toList();
    }

    static Optional<Group> of(String word) {
        return Stream.of(values()).filter(group -> group.word().equals(word)).findFirst();
    }

    /** The group whose rules call a method. */
    static Optional<Group> calling(String call) {
        return Stream.of(values()).filter(group -> group.calls().contains(call)).findFirst();
    }
}
