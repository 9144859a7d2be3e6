package dev.mete.dsl.check;

import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.PolicyFiles;
import dev.mete.dsl.syntax.Text;
import dev.mete.dsl.syntax.Word;
import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.decision.Decision;
import dev.mete.engine.diagnostic.Span;
import dev.mete.engine.ir.PolicyModel;
import dev.mete.engine.task.Feature;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Collects what a policy declares: each name once, in its form, and models that the catalog knows. */
public final class ResolveNames {
    /** The most features, models, or values of one type. */
    static final int MOST_NAMES = 1_000;

    /** The longest name of a rule or a test, and the longest reason. */
    static final int LONGEST_NAME = 200;

    private static final int LONGEST_WORD = 100;
    private static final int MOST_SHOWN = 5;

    private final PolicyFiles files;
    private final Catalog catalog;
    private final Report report;

    private ResolveNames(PolicyFiles files, Catalog catalog, Report report) {
        this.files = files;
        this.catalog = catalog;
        this.report = report;
    }

    /** The names of a policy; every mistake is reported. */
    public static Names resolve(PolicyFiles files, Catalog catalog, Report report) {
        return new ResolveNames(files, catalog, report).resolve();
    }

    private Names resolve() {
        var features = new ResolveFeatures(files, report).resolve();
        var models = models();
        Set<String> rules = names(Item.Rule.class, "rule");
        names(Item.Test.class, "test");
        var lets = lets(features.names());
        return new Names(
                features.features(), features.broken(), lets.sound(), lets.broken(), models, rules, files.isComplete());
    }

    private Map<String, Optional<PolicyModel>> models() {
        var models = new LinkedHashMap<String, Optional<PolicyModel>>();
        var first = new HashMap<String, Span>();
        var lines = files.main()
                .items(Item.Models.class)
                .flatMap(block -> block.lines().stream())
                .toList();
        checkCount(lines.size(), "models", () -> lines.getLast().span(), report);
        lines.forEach(line -> {
            Word alias = line.alias();
            checkForm(alias, "a model");
            if (isNew(alias.text(), alias.span(), "model", first)) {
                models.put(alias.text(), model(line));
            }
        });
        return models;
    }

    private Optional<PolicyModel> model(Item.ModelLine line) {
        Text id = line.id();
        if (id == null) {
            return Optional.empty();
        }
        var model = catalog.model(id.value());
        if (model.isEmpty()) {
            report.unknown(
                    Code.NOT_IN_CATALOG,
                    id.span(),
                    "the catalog has no model `" + id.value() + "`",
                    id.value(),
                    catalog.ids());
        }
        return model.map(known -> new PolicyModel(line.alias().text(), known, line.span()));
    }

    /** The names of all items of a kind that people name with a text, broken ones included. */
    private <T extends Item> Set<String> names(Class<T> kind, String keyword) {
        var names = new LinkedHashSet<String>();
        var first = new HashMap<String, Span>();
        for (Item item : files.main().items()) {
            if (!item.keyword().equals(keyword)) {
                continue;
            }
            item.declaredName().ifPresent(name -> {
                Span span = nameSpan(item);
                if (kind.isInstance(item)) {
                    checkText(name, span, keyword);
                }
                isNew(name, span, keyword, first);
                names.add(name);
            });
        }
        return names;
    }

    private static Span nameSpan(Item item) {
        return switch (item) {
            case Item.Rule rule -> rule.name().span();
            case Item.Test test -> test.name().span();
            default -> item.span();
        };
    }

    private void checkText(String name, Span span, String keyword) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            report.error(
                    Code.NAME_FORM,
                    span,
                    name.isBlank()
                            ? "the name of a " + keyword + " is empty"
                            : "the name of a " + keyword + " is too long",
                    "say what it is about in 1 to " + LONGEST_NAME + " characters");
        } else if (keyword.equals("rule") && name.equals(Decision.OTHERWISE)) {
            report.error(
                    Code.RESERVED_NAME,
                    span,
                    "`otherwise` is the name of what decides where no rule holds",
                    "give the rule another name");
        }
    }

    private Lets lets(Map<String, Span> features) {
        var sound = new LinkedHashMap<String, Item.Let>();
        var broken = new HashSet<String>();
        var first = new HashMap<>(features);
        files.all().flatMap(file -> file.items().stream()).forEach(item -> {
            if (item instanceof Item.Broken(String keyword, String name, var _)
                    && keyword.equals("let")
                    && name != null) {
                broken.add(name);
            } else if (item instanceof Item.Let let) {
                Word name = let.name();
                checkForm(name, "a let");
                checkReserved(name, report);
                if (isNew(name.text(), name.span(), "let", first)) {
                    sound.put(name.text(), let);
                }
            }
        });
        return ordered(sound, broken);
    }

    /** The lets in an order in which each comes after those that it uses; those of circles are broken. */
    private Lets ordered(Map<String, Item.Let> lets, Set<String> broken) {
        var ordered = new LinkedHashMap<String, Item.Let>();
        for (LetOrder.Group group : LetOrder.of(lets)) {
            var members = group.names().stream().map(lets::get).toList();
            if (group.isCircle()) {
                broken.addAll(group.names());
                reportCircle(members);
            } else {
                members.forEach(let -> ordered.put(let.name().text(), let));
            }
        }
        return new Lets(ordered, broken);
    }

    @SuppressWarnings("ReferenceEquality") // the very let, not one that reads the same
    private void reportCircle(List<Item.Let> circle) {
        var first = circle.stream()
                .min(Comparator.comparingInt(let -> let.span().start()))
                .orElseThrow();
        String name = first.name().text();
        String others = circle.stream()
                .filter(let -> let != first)
                .map(let -> "`" + let.name().text() + "`")
                .limit(MOST_SHOWN)
                .collect(Collectors.joining(", "));
        report.error(
                Code.LETS_IN_A_CIRCLE,
                first.name().span(),
                others.isEmpty()
                        ? "the let `" + name + "` uses itself"
                        : "the let `" + name + "` uses itself through " + others,
                others.isEmpty()
                        ? "write out what it means without itself"
                        : "write out what one of them means without the others");
    }

    private record Lets(Map<String, Item.Let> sound, Set<String> broken) {}

    static void checkCount(int count, String what, Supplier<Span> place, Report report) {
        if (count > MOST_NAMES) {
            report.error(
                    Code.TOO_MANY_NAMES,
                    place.get(),
                    count + " " + what + " are more than the " + MOST_NAMES + " that there can be",
                    what.equals("values") ? "declare the feature as `text`" : "leave out what no rule asks for");
        }
    }

    private void checkForm(Word name, String what) {
        checkForm(name, what, report);
    }

    static void checkForm(Word name, String what, Report report) {
        if (!isName(name)) {
            report.error(
                    Code.NAME_FORM,
                    name.span(),
                    "`" + CheckExpressions.shown(name.span()) + "` is no name of " + what,
                    "names are `snake_case`: small letters and digits, parts joined by `_`, at most " + LONGEST_WORD
                            + " characters");
        }
    }

    /** Whether a word can name a feature, a let or a model. The length comes first: the pattern recurses. */
    static boolean isName(Word name) {
        return name.text().length() <= LONGEST_WORD && Feature.isName(name.text());
    }

    static void checkReserved(Word name, Report report) {
        if (Names.RESERVED.contains(name.text())) {
            report.error(
                    Code.RESERVED_NAME,
                    name.span(),
                    "`" + name.text() + "` has a meaning of its own in conditions",
                    "choose another name");
        }
    }

    private boolean isNew(String name, Span span, String what, Map<String, Span> first) {
        return isNew(name, span, what, first, report);
    }

    static boolean isNew(String name, Span span, String what, Map<String, Span> first, Report report) {
        Span earlier = first.putIfAbsent(name, span);
        if (earlier == null) {
            return true;
        }
        report.error(
                Code.DECLARED_TWICE,
                span,
                "the " + what + " `" + name + "` has a name that is taken",
                earlier.equals(Span.NONE) ? "it is a standard feature" : "it is declared first at " + earlier);
        return false;
    }
}
