package dev.mete.dsl.check;

import java.util.IdentityHashMap;
import java.util.List;

/**
 * How large conditions and amounts are once their lets are written out. Without a bound, forty lets that each name the one before twice would be a
 * policy of a trillion comparisons. Not thread-safe.
 */
final class Size {
    /** The most comparisons and terms of one condition or amount. */
    static final int LARGEST = 10_000;

    /** The most comparisons and terms of a whole policy. */
    static final int LARGEST_POLICY = 1_000_000;

    /** The deepest nesting of one condition or amount; 128 brackets, each around an {@code or}, an {@code and} and a {@code not}, stay below it. */
    static final int DEEPEST = 512;

    private final IdentityHashMap<Question, Extent> lets = new IdentityHashMap<>();

    /** Parts and nesting; counting stops where a bound is passed. */
    record Extent(long parts, int depth) {
        static final Extent ONE = new Extent(1, 1);

        boolean isTooLarge() {
            return parts > LARGEST || depth > DEEPEST;
        }

        private Extent around() {
            return new Extent(parts + 1, depth + 1);
        }

        private Extent and(Extent other) {
            return new Extent(parts + other.parts, Math.max(depth, other.depth));
        }
    }

    /** The extent of a condition. Its lets are known to be within bounds. */
    Extent of(Question question) {
        return switch (question) {
            case Question.All(var parts, var _) -> questions(parts);
            case Question.Any(var parts, var _) -> questions(parts);
            case Question.Not(var part, var _) -> of(part).around();
            case Question.Named named -> {
                Extent known = lets.get(named.meaning());
                if (known == null) {
                    known = of(named.meaning());
                    lets.put(named.meaning(), known);
                }
                yield known.around();
            }
            case Question.Compared compared ->
                of(compared.left().form()).and(of(compared.right().form())).around();
            case Question.Always _,
                    Question.Among _,
                    Question.TextAmong _,
                    Question.TextMatches _,
                    Question.HasMember _,
                    Question.InBucket _,
                    Question.CutOff _,
                    Question.Broken _ -> Extent.ONE;
        };
    }

    /** The extent of an amount. */
    Extent of(Form form) {
        return switch (form) {
            case Form.Linear(var _, var factors) -> new Extent(1L + factors.size(), 1);
            case Form.Sum(var terms) -> forms(terms);
            case Form.Least(var forms) -> forms(forms);
            case Form.Greatest(var forms) -> forms(forms);
            case Form.Given _, Form.OfCandidate _ -> Extent.ONE;
        };
    }

    private Extent questions(List<Question> parts) {
        Extent sum = Extent.ONE;
        for (Question part : parts) {
            sum = sum.and(of(part));
            if (sum.isTooLarge()) {
                break;
            }
        }
        return sum.around();
    }

    private Extent forms(List<Form> forms) {
        Extent sum = Extent.ONE;
        for (Form form : forms) {
            sum = sum.and(of(form));
            if (sum.isTooLarge()) {
                break;
            }
        }
        return sum.around();
    }
}
