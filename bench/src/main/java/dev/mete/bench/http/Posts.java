package dev.mete.bench.http;

import java.net.URI;
import java.util.List;

/**
 * What is posted to a server, one body after the other and again from the first. Immutable.
 *
 * @param type of all bodies
 */
record Posts(URI address, String type, List<byte[]> bodies) {
    static final String JSON = "application/json";
    static final String LINES = "application/x-ndjson";

    Posts {
        bodies = List.copyOf(bodies);
    }
}
