package dev.mete.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the service listens and who may ask.
 *
 * @param port 0 for any free one
 * @param defaultPolicy the policy that decides where an address names none; null where that is the only one
 * @param token what callers have to know; null where anyone who can connect may ask
 * @param notice how long callers and load balancers have to notice before the service ends
 * @param silence how long a connection may be silent before it is closed
 */
public record ServerSettings(
        String host,
        int port,
        @Nullable String defaultPolicy,
        @Nullable BearerToken token,
        Duration notice,
        Duration silence) {
    /** The address that only this machine can reach. */
    public static final String LOOPBACK = "127.0.0.1";

    /** Long enough for callers on kept connections to hear that these end. */
    public static final Duration USUAL_NOTICE = Duration.ofSeconds(1);

    /** Longer than a caller pauses that means to go on. */
    public static final Duration USUAL_SILENCE = Duration.ofSeconds(30);
}
