package dev.mete.dsl.parse;

import dev.mete.dsl.grammar.MeteLexer;
import dev.mete.dsl.grammar.MeteParser;
import dev.mete.dsl.report.Code;
import dev.mete.dsl.report.Report;
import dev.mete.dsl.syntax.Item;
import dev.mete.dsl.syntax.Item.FeatureLine;
import dev.mete.dsl.syntax.Item.ModelLine;
import dev.mete.dsl.syntax.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Parses pieces of a file: an item, or one line of a block. */
final class Pieces {
    private final Places places;
    private final Report report;
    private final ItemTrees trees;
    private final FeatureTrees featureTrees;

    Pieces(Places places, Report report) {
        this.places = places;
        this.report = report;
        this.trees = new ItemTrees(places);
        this.featureTrees = new FeatureTrees(places);
    }

    /** The item, or nothing where it has a mistake; reports none. */
    Optional<Item> quick(List<Token> tokens) {
        var parser = parser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        try {
            return Optional.of(trees.item(parser.loneItem().item()));
        } catch (ParseCancellationException e) {
            return Optional.empty();
        }
    }

    /** The item, or nothing where it has a mistake, which is reported. */
    Optional<Item> item(List<Token> tokens, String noun) {
        return careful(tokens, noun, parser -> parser.loneItem().item()).map(trees::item);
    }

    /** The models block; a line with a mistake still declares its name. */
    Item models(List<Token> tokens) {
        var span = places.of(tokens.getFirst(), tokens.getLast());
        var lines = new ArrayList<ModelLine>();
        for (List<Token> line : lines(tokens, MeteLexer.EQUAL)) {
            careful(line, ExpectedWords.LINE, parser -> parser.loneModel().model())
                    .map(featureTrees::model)
                    .or(() -> name(line).map(name -> new ModelLine(name, null, name.span())))
                    .ifPresent(lines::add);
        }
        return new Item.Models(lines, span);
    }

    /** The features block; a line with a mistake still declares its name. */
    Item features(List<Token> tokens) {
        var span = places.of(tokens.getFirst(), tokens.getLast());
        var lines = new ArrayList<FeatureLine>();
        for (List<Token> line : lines(tokens, MeteLexer.COLON)) {
            careful(line, ExpectedWords.LINE, parser -> parser.loneFeature().feature())
                    .map(featureTrees::feature)
                    .or(() -> name(line).map(name -> new FeatureLine(name, null, null, true, name.span())))
                    .ifPresent(lines::add);
        }
        return new Item.Features(lines, span);
    }

    /** A token with another type. */
    static Token retyped(Token token, int type) {
        var copy = new CommonToken(token);
        copy.setType(type);
        return copy;
    }

    private <C extends ParserRuleContext> Optional<C> careful(
            List<Token> tokens, String noun, Function<MeteParser, C> rule) {
        var parser = parser(tokens);
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(PredictionMode.LL);
        parser.setErrorHandler(new Recovery());
        // What cannot be read around a stray character or an open text is no second mistake.
        boolean isReported = tokens.stream()
                .anyMatch(token -> token.getType() == MeteLexer.STRAY || token.getType() == MeteLexer.OPEN_TEXT);
        if (!isReported) {
            parser.addErrorListener(new SyntaxErrors(places, report, noun));
        }
        C context = rule.apply(parser);
        return parser.getNumberOfSyntaxErrors() == 0 ? Optional.of(context) : Optional.empty();
    }

    /**
     * The lines of a block without its braces; reports missing braces.
     *
     * @param sign what follows the name at the start of a line wherever that stands
     */
    private List<List<Token>> lines(List<Token> tokens, int sign) {
        int from = start(tokens);
        int end = end(tokens);
        var lines = new ArrayList<List<Token>>();
        for (int at = from + 1; at + 1 < end; at++) {
            boolean opensLine = tokens.get(at - 1).getLine() < tokens.get(at).getLine();
            boolean goesOn = tokens.get(at - 1).getType() == MeteLexer.COMMA;
            int next = tokens.get(at + 1).getType();
            if (next == sign || (next == MeteLexer.EQUAL && opensLine && !goesOn)) {
                lines.add(tokens.subList(from, at));
                from = at;
            }
        }
        if (from < end) {
            lines.add(tokens.subList(from, end));
        }
        return lines;
    }

    /** Where the lines of a block start. */
    private int start(List<Token> tokens) {
        if (tokens.size() > 1 && tokens.get(1).getType() == MeteLexer.LEFT_BRACE) {
            return 2;
        }
        String keyword = tokens.getFirst().getText();
        report.error(
                Code.UNEXPECTED,
                places.of(tokens.getFirst()),
                "expected `{` after `" + keyword + "`",
                "write `" + keyword + " { … }`");
        return 1;
    }

    /** Where the lines of a block end. */
    private int end(List<Token> tokens) {
        if (tokens.getLast().getType() == MeteLexer.RIGHT_BRACE) {
            return tokens.size() - 1;
        }
        boolean isOpen = tokens.size() > 1 && tokens.get(1).getType() == MeteLexer.LEFT_BRACE;
        if (isOpen) {
            report.error(
                    Code.UNEXPECTED,
                    places.of(tokens.getFirst()),
                    "the block `" + tokens.getFirst().getText() + "` has no closing `}`",
                    "close it with `}`");
        }
        return tokens.size();
    }

    private Optional<Word> name(List<Token> line) {
        String text = line.getFirst().getText();
        return Character.isLetter(text.codePointAt(0))
                ? Optional.of(new Word(text, places.of(line.getFirst())))
                : Optional.empty();
    }

    private static MeteParser parser(List<Token> tokens) {
        var list = new ArrayList<Token>(tokens);
        list.add(endOfPiece(tokens.getLast()));
        return new MeteParser(new CommonTokenStream(new ListTokenSource(list)));
    }

    private static Token endOfPiece(Token last) {
        var end = new CommonToken(Token.EOF);
        end.setStartIndex(last.getStopIndex() + 1);
        end.setStopIndex(last.getStopIndex());
        end.setLine(last.getLine());
        end.setText("");
        return end;
    }
}
