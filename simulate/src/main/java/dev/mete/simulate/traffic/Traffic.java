package dev.mete.simulate.traffic;

import java.io.IOException;

/** Requests to replay, read one after the other in constant memory. */
public interface Traffic {
    /** What it is: the file, or how it was made. */
    String name();

    /** Whether it can be read twice. */
    boolean isRepeatable();

    /** Reads it from its beginning to its end. */
    void read(Listener listener) throws IOException;

    /** What traffic is read by. */
    interface Listener {
        /** A line of traffic. */
        void take(TrafficRecord record);

        /**
         * A line of JSON that has not been looked at. Whoever knows the features of tasks can tell at once where it is a task alone.
         *
         * @param json valid until the next line
         * @return whether it was one, and was taken
         */
        default boolean takePlain(long line, byte[] json, int from, int to) {
            return false;
        }

        /** A line that is none. */
        void broken(long line, String reason);

        /** What the traffic says about itself. */
        void note(String note);

        /** How many requests a day the traffic says there are. */
        void requestsPerDay(long line, long requests);
    }
}
