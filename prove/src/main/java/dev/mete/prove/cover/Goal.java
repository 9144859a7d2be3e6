package dev.mete.prove.cover;

import dev.mete.engine.diagnostic.Span;

/**
 * Something in a policy that tests can reach. Goals with the same kind and span are the same, wherever a named condition is used. Immutable.
 *
 * @param name of the rule, line or limit; of a side of a condition its words
 */
public record Goal(Kind kind, String name, Span span) {
    /** What can be reached. */
    public enum Kind {
        BUCKET_LINE("bucket lines"),
        RULE("rules"),
        FALLBACK("fallbacks"),
        LIMIT("limits"),
        TRUE("conditions that hold"),
        FALSE("conditions that do not hold");

        private final String plural;

        Kind(String plural) {
            this.plural = plural;
        }

        /** What people call all of its kind. */
        public String plural() {
            return plural;
        }

        /** Whether it is one side of a condition. */
        public boolean isSide() {
            return this == TRUE || this == FALSE;
        }
    }

    /** What tests would have to show. */
    public String missing() {
        return switch (kind) {
            case BUCKET_LINE -> "no case is put into its bucket by `" + name + "`";
            case RULE -> "no case is decided by `" + name + "`";
            case FALLBACK -> "no case has the fallback `" + name + "`";
            case LIMIT -> "the limit `" + name + "` lowers nothing in any case";
            case TRUE -> "`" + name + "` holds in no case";
            case FALSE -> "`" + name + "` fails in no case";
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Goal goal && kind == goal.kind && span.equals(goal.span);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + span.start();
    }
}
