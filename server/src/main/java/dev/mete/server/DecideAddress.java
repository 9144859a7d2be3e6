package dev.mete.server;

import org.eclipse.jetty.http.HttpURI;
import org.jspecify.annotations.Nullable;

/**
 * An address of one decision, where nothing in it has to be decoded.
 *
 * @param policy the policy that it names; null where it names none
 */
record DecideAddress(@Nullable String policy) {
    private static final DecideAddress OF_DEFAULT = new DecideAddress(null);
    private static final String ALONE = "/v1/decide";
    private static final String BEFORE = "/v1/policies/";
    private static final String AFTER = "/decide";

    /** The address of a request; null where it is another one, or one that has to be looked at closely. */
    static @Nullable DecideAddress of(HttpURI uri) {
        String path = uri.getPath();
        if (path == null || uri.getQuery() != null || uri.getFragment() != null) {
            return null;
        }
        if (path.equals(ALONE)) {
            return OF_DEFAULT;
        }
        int end = path.length() - AFTER.length();
        if (end <= BEFORE.length() || !path.startsWith(BEFORE) || !path.endsWith(AFTER)) {
            return null;
        }
        for (int i = BEFORE.length(); i < end; i++) {
            if (!isPlain(path.charAt(i))) {
                return null;
            }
        }
        return new DecideAddress(path.substring(BEFORE.length(), end));
    }

    private static boolean isPlain(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
    }
}
