package dev.mete.dsl.parse;

import dev.mete.dsl.grammar.MeteLexer;
import dev.mete.dsl.grammar.MeteParser;
import dev.mete.dsl.parse.Split.Chunk;
import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.PolicyFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Makes the syntax tree of a file. A plain text is parsed without the grammar. Every other file is parsed item by item with the grammar's fast
 * prediction; where one of its items has a mistake, all are parsed again with the exact one, and what is broken stands in the tree as such.
 */
public final class ParseFile {
    /** The most rules of a file. */
    public static final int MOST_RULES = 20_000;

    private final Tokens tokens;
    private final Places places;
    private final Report report;
    private final Pieces pieces;

    private ParseFile(Tokens tokens, Report report) {
        this.tokens = tokens;
        this.places = new Places(tokens.source());
        this.report = report;
        this.pieces = new Pieces(places, report);
    }

    /** The tree of a file; every mistake is reported. */
    public static PolicyFile parse(Tokens tokens, Report report) {
        List<Item> items =
                tokens.plain().flatMap(PlainParse::items).orElseGet(() -> new ParseFile(tokens, report).items());
        return new PolicyFile(tokens.source(), items);
    }

    private List<Item> items() {
        var split = new Split(tokens.list());
        return quick(split.exact()).orElseGet(() -> careful(split.likely()));
    }

    private Optional<List<Item>> quick(List<Chunk> chunks) {
        if (countRules(chunks) > MOST_RULES) {
            return Optional.empty();
        }
        var items = new ArrayList<Item>(chunks.size());
        for (Chunk chunk : chunks) {
            if (Nesting.tooDeep(chunk.tokens()).isPresent()) {
                return Optional.empty();
            }
            Optional<Item> item = pieces.quick(chunk.tokens());
            if (item.isEmpty()) {
                return Optional.empty();
            }
            items.add(item.get());
        }
        return Optional.of(items);
    }

    private List<Item> careful(List<Chunk> chunks) {
        limitRules(chunks);
        return chunks.stream().map(this::item).toList();
    }

    private Item item(Chunk chunk) {
        var first = chunk.tokens().getFirst();
        if (chunk.keyword() < 0) {
            return broken(chunk, "", () -> pieces.item(chunk.tokens(), "policy"));
        }
        String keyword = keyword(chunk.keyword());
        var deep = Nesting.tooDeep(chunk.tokens());
        if (deep.isPresent()) {
            report.error(
                    Code.NESTED_TOO_DEEP,
                    places.of(deep.get()),
                    "brackets are nested deeper than " + Nesting.DEEPEST,
                    "give parts of it a name with `let`");
            return broken(chunk, keyword, Optional::empty);
        }
        if (first.getType() != chunk.keyword()) {
            report.error(
                    Code.MISSPELT_KEYWORD,
                    places.of(first),
                    "unknown keyword `" + first.getText() + "`",
                    "did you mean `" + keyword + "`?");
            return broken(chunk, keyword, () -> pieces.item(retyped(chunk), keyword));
        }
        return pieces.quick(chunk.tokens()).orElseGet(() -> switch (chunk.keyword()) {
            case MeteLexer.MODELS -> pieces.models(chunk.tokens());
            case MeteLexer.FEATURES -> pieces.features(chunk.tokens());
            default -> broken(chunk, keyword, () -> pieces.item(chunk.tokens(), keyword));
        });
    }

    /** The item, or a broken one in its place that still declares what it would. */
    private Item broken(Chunk chunk, String keyword, Supplier<Optional<Item>> item) {
        return item.get().orElseGet(() -> {
            var list = chunk.tokens();
            var span = places.of(list.getFirst(), list.getLast());
            return new Item.Broken(keyword, declaredName(chunk), span);
        });
    }

    private @Nullable String declaredName(Chunk chunk) {
        if (chunk.tokens().size() < 2) {
            return null;
        }
        Token second = chunk.tokens().get(1);
        return switch (chunk.keyword()) {
            case MeteLexer.LET -> second.getText();
            case MeteLexer.RULE, MeteLexer.TEST ->
                second.getText().length() > 1 ? TextTokens.value(second.getText()) : null;
            default -> null;
        };
    }

    private List<Token> retyped(Chunk chunk) {
        var list = new ArrayList<>(chunk.tokens());
        list.set(0, Pieces.retyped(list.getFirst(), chunk.keyword()));
        return list;
    }

    private void limitRules(List<Chunk> chunks) {
        int rules = countRules(chunks);
        if (rules > MOST_RULES) {
            var first = chunks.stream()
                    .filter(chunk -> chunk.keyword() == MeteLexer.RULE)
                    .skip(MOST_RULES)
                    .findFirst()
                    .orElseThrow();
            report.error(
                    Code.TOO_MANY_RULES,
                    places.of(first.tokens().getFirst()),
                    "the policy has " + rules + " rules, a policy has at most " + MOST_RULES,
                    "join rules that have the same plan, or split the policy");
        }
    }

    private static int countRules(List<Chunk> chunks) {
        return (int) chunks.stream()
                .filter(chunk -> chunk.keyword() == MeteLexer.RULE)
                .count();
    }

    private static String keyword(int type) {
        String quoted = MeteParser.VOCABULARY.getLiteralName(type);
        return quoted.substring(1, quoted.length() - 1);
    }
}
