package dev.mete.prove.space;

import dev.mete.engine.ir.DecisionFeatures;
import dev.mete.engine.ir.TextMatch;
import java.util.Optional;
import java.util.Set;

/** What a decision comes to, as far as claims ask. */
public interface DecisionParts {
    /** A part that is a number; nothing where the catalog does not state it. */
    Optional<Whole> number(DecisionFeatures part);

    /** Whether a part that is one of several is among these, by their positions. */
    boolean isAmong(DecisionFeatures part, Set<Integer> positions);

    /** Whether a part that is a text is among these. */
    boolean isAmongTexts(DecisionFeatures part, Set<String> texts);

    /** Whether a part that is a text has another at a place. */
    boolean matches(DecisionFeatures part, TextMatch match, String text);
}
