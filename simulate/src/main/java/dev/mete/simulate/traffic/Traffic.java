package dev.mete.simulate.traffic;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Supplier;

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
         * A line of traffic that whoever takes it makes, in whatever thread.
         *
         * @param line where it stands, from 1
         */
        default void take(long line, Supplier<TrafficRecord> record) {
            take(record.get());
        }

        /**
         * A line of JSON that has not been looked at.
         *
         * @param json valid until the next line
         */
        default void json(long line, byte[] json, int from, int to) {
            TrafficLine.of(Arrays.copyOfRange(json, from, to), line).tell(line, this);
        }

        /** A line that is none. */
        void broken(long line, String reason);

        /** What the traffic says about itself. */
        void note(String note);

        /** How many requests a day the traffic says there are. */
        void requestsPerDay(long line, long requests);
    }
}
