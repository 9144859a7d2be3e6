package dev.mete.server.decide;

import dev.mete.server.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What is sent back for a task. */
public sealed interface Answer {
    /** The HTTP status: 200 only for a decision. */
    int status();

    /** The media type of the bytes. */
    String mediaType();

    /**
     * The body.
     *
     * @param instance the address of the request, which a problem names; null where there is none
     */
    byte[] bytes(@Nullable String instance);

    /** A decision, or the answers of a batch in which at least one is a decision. The bytes are handed over, not copied. */
    @SuppressWarnings("ArrayRecordComponent") // an answer is written once and never compared
    record Decided(byte[] json) implements Answer {
        @Override
        public int status() {
            return 200;
        }

        @Override
        public String mediaType() {
            return "application/json";
        }

        @Override
        public byte[] bytes(@Nullable String instance) {
            return json;
        }
    }

    /** Why there is no decision. */
    record Failed(Problem problem) implements Answer {
        @Override
        public int status() {
            return problem.status();
        }

        @Override
        public String mediaType() {
            return Problem.MEDIA_TYPE;
        }

        @Override
        public byte[] bytes(@Nullable String instance) {
            return problem.toBytes(instance);
        }
    }
}
