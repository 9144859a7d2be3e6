package dev.mete.server;

import org.jspecify.annotations.Nullable;

/**
 * Where the service listens and who may ask.
 *
 * @param port 0 for any free one
 * @param defaultPolicy the policy that decides where an address names none; null where that is the only one
 * @param token what callers have to know; null where anyone who can connect may ask
 */
public record ServerSettings(
        String host,
        int port,
        @Nullable String defaultPolicy,
        @Nullable BearerToken token) {
    /** The address that only this machine can reach. */
    public static final String LOOPBACK = "127.0.0.1";
}
