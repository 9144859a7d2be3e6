package dev.mete.cli;

import dev.mete.engine.decision.Decision;
import dev.mete.engine.decision.Outcome;
import dev.mete.prove.diff.Change;
import dev.mete.prove.words.DecisionText;

/** What the witness of a change gets from each policy. */
record DecisionsText(String before, String after) {
    static DecisionsText of(Change change) {
        String before = DecisionText.of(change.before());
        String after = DecisionText.of(change.after());
        return before.equals(after)
                ? new DecisionsText(before + fallbacks(change.before()), after + fallbacks(change.after()))
                : new DecisionsText(before, after);
    }

    private static String fallbacks(Outcome outcome) {
        if (!(outcome instanceof Decision decision) || decision.fallbacks().isEmpty()) {
            return ", no fallback";
        }
        var text = new StringBuilder();
        decision.fallbacks().forEach(plan -> text.append(", fallback ").append(DecisionText.of(plan)));
        return text.toString();
    }
}
