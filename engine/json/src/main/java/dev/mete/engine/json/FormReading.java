package dev.mete.engine.json;

import dev.mete.engine.diagnostic.Diagnostic;
import dev.mete.engine.diagnostic.NearestName;
import dev.mete.engine.diagnostic.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads values of a file strictly and collects everything that is wrong with them. Not thread-safe; used once. */
public final class FormReading {
    /** The text has not the syntax that it should have. */
    public static final int NO_TEXT = 1;

    /** The text is beyond a limit. */
    public static final int TOO_LARGE = 2;

    /** A field has a name that nothing has. */
    public static final int UNKNOWN_FIELD = 3;

    /** Something is there twice. */
    public static final int TWICE = 4;

    /** A field is missing. */
    public static final int MISSING = 5;

    /** A value is of the wrong form. */
    public static final int WRONG_FORM = 6;

    /** A word is none of those that can stand there. */
    public static final int UNKNOWN_WORD = 7;

    /** Beyond these nobody reads on, and a file of nothing but mistakes must not cost more than it has words. */
    private static final int MOST = 1_000;

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
    private static final Pattern INDEX = Pattern.compile("\\d+");

    private final char letter;
    private final boolean showsPointers;
    private final List<Diagnostic> found = new ArrayList<>();
    private int count;

    /**
     * A reading without problems yet.
     *
     * @param letter what the codes of its diagnostics start with
     * @param showsPointers whether messages name a value by its JSON pointer rather than by its own name
     */
    public FormReading(char letter, boolean showsPointers) {
        this.letter = letter;
        this.showsPointers = showsPointers;
    }

    /** All that was found, in the order of the file; of a file with more than a thousand problems, these and how many more. */
    public List<Diagnostic> found() {
        var all = found.stream().sorted(Diagnostic.BY_PLACE);
        return count > MOST ? Stream.concat(all, Stream.of(more())).toList() : all.toList();
    }

    /** Notes an error. */
    public void error(int number, Span span, String message, @Nullable String help) {
        add(Diagnostic.error("%c%04d".formatted(letter, number), span, message, help));
    }

    /** Adds what another reading found. */
    public void add(Diagnostic diagnostic) {
        count++;
        if (count <= MOST) {
            found.add(diagnostic);
        }
    }

    private Diagnostic more() {
        var span = found.getLast().span();
        return Diagnostic.error(
                "%c%04d".formatted(letter, TOO_LARGE),
                span.source().start(),
                "the file has " + (count - MOST) + " more problems",
                "correct the first " + MOST);
    }

    /** How much was found so far. */
    public int count() {
        return count;
    }

    /** How messages call a value. */
    public String name(Located value) {
        if (value.pointer().isEmpty()) {
            return "the file";
        }
        if (showsPointers) {
            return "`" + value.pointer() + "`";
        }
        String[] path = value.pointer().substring(1).split("/", -1);
        String last = unescaped(path[path.length - 1]);
        if (path.length > 1 && INDEX.matcher(last).matches()) {
            return "item " + (Integer.parseInt(last) + 1) + " of `" + unescaped(path[path.length - 2]) + "`";
        }
        return "`" + last + "`";
    }

    /** The value as an object of known fields; each name that is unknown or comes twice is noted. */
    public Optional<FieldsReading> fields(Located value, List<String> known) {
        if (!(value instanceof Located.Fields fields)) {
            wrongForm(value, "an object", known.isEmpty() ? null : "its fields are " + String.join(", ", known));
            return Optional.empty();
        }
        var names = new ArrayList<String>();
        for (Located.Field field : fields.fields()) {
            String name = showsPointers ? field.value().pointer() : field.name();
            if (!known.contains(field.name())) {
                error(
                        UNKNOWN_FIELD,
                        field.nameSpan(),
                        "unknown field `" + name + "`",
                        NearestName.help(field.name(), known));
            } else if (names.contains(field.name())) {
                error(TWICE, field.nameSpan(), "`" + name + "` is there twice", "keep one of them");
            }
            names.add(field.name());
        }
        return Optional.of(new FieldsReading(fields, this));
    }

    /** The value as a list. */
    public Optional<List<Located>> items(Located value) {
        if (value instanceof Located.Items(var items, var _, var _)) {
            return Optional.of(items);
        }
        wrongForm(value, "a list", null);
        return Optional.empty();
    }

    /** The value as a list of at least one and at most so many things. */
    public Optional<List<Located>> items(Located value, int most, String things) {
        var items = items(value);
        if (items.isPresent() && (items.get().isEmpty() || items.get().size() > most)) {
            wrongForm(value, "a list of 1 to " + most + " " + things, null);
            return Optional.empty();
        }
        return items;
    }

    /** The value as a text that is not blank. */
    public Optional<String> text(Located value) {
        if (value instanceof Located.Text(var text, var _, var _) && !text.isBlank()) {
            return Optional.of(text);
        }
        wrongForm(value, "a text", null);
        return Optional.empty();
    }

    /** The value as a text of a pattern. */
    public Optional<String> text(Located value, Pattern pattern, String wanted) {
        return text(value).filter(text -> {
            boolean isWanted = pattern.matcher(text).matches();
            if (!isWanted) {
                wrongForm(value, wanted, null);
            }
            return isWanted;
        });
    }

    /** The value as a text of at most so many characters; nothing else is checked of it. */
    public void text(Located value, int longest) {
        text(value)
                .filter(text -> text.length() > longest)
                .ifPresent(_ -> wrongForm(value, "a text of at most " + longest + " characters", null));
    }

    /** The value as a day of this century. */
    Optional<LocalDate> day(Located value) {
        return text(value).flatMap(text -> {
            var day = DayText.parse(text);
            if (day.isEmpty()) {
                wrongForm(value, DayText.FORM, null);
            }
            return day;
        });
    }

    /** The value as true or false. */
    public Optional<Boolean> flag(Located value) {
        if (value instanceof Located.Flag(boolean flag, var _, var _)) {
            return Optional.of(flag);
        }
        wrongForm(value, "true or false", null);
        return Optional.empty();
    }

    /** The value as a whole number between two bounds, both inclusive. */
    public OptionalLong whole(Located value, long least, long most) {
        if (value instanceof Located.Digits(var digits, var _, var _)
                && WHOLE.matcher(digits).matches()) {
            long number = Long.parseLong(digits);
            if (least <= number && number <= most) {
                return OptionalLong.of(number);
            }
        }
        wrongForm(value, "a whole number from " + least + " to " + most, wholeHelp(value));
        return OptionalLong.empty();
    }

    /** The value as an exact decimal, in its smallest parts. */
    OptionalLong decimal(Located value, Decimals decimals) {
        var parts = value instanceof Located.Digits(var digits, var _, var _)
                ? decimals.parts(digits)
                : OptionalLong.empty();
        if (parts.isEmpty()) {
            wrongForm(value, decimals.form(), Decimals.help(value));
        }
        return parts;
    }

    /** The value as one of the words that something is known by. */
    public <T> Optional<T> word(Located value, String kind, List<String> known, Function<String, Optional<T>> ofWord) {
        return text(value).flatMap(text -> {
            Optional<T> found = ofWord.apply(text);
            if (found.isEmpty()) {
                error(
                        UNKNOWN_WORD,
                        value.span(),
                        "unknown " + kind + " `" + text + "`" + (showsPointers ? " in " + name(value) : ""),
                        NearestName.help(text, known));
            }
            return found;
        });
    }

    /** Notes that a value is not what it has to be. */
    public void wrongForm(Located value, String wanted, @Nullable String help) {
        error(WRONG_FORM, value.span(), name(value) + " has to be " + wanted + ", not " + value.form(), help);
    }

    private static @Nullable String wholeHelp(Located value) {
        return value instanceof Located.Digits(var digits, var _, var _)
                        && !WHOLE.matcher(digits).matches()
                ? "write it out in digits, without a fraction or an exponent"
                : null;
    }

    private static String unescaped(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }
}
