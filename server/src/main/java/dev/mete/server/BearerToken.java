package dev.mete.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The secret that callers have to know (RFC 6750). Compared in a time that does not depend on what was sent. Never shown. */
public final class BearerToken {
    private static final String SCHEME = "bearer ";

    private final byte[] secret;

    /** The token of a secret without white space around it. */
    public BearerToken(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("an empty token");
        }
        this.secret = secret.strip().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the value of an {@code Authorization} header has this token. */
    boolean isIn(@Nullable String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return false;
        }
        byte[] sent = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(secret, sent);
    }

    @Override
    public String toString() {
        return "a token";
    }
}
