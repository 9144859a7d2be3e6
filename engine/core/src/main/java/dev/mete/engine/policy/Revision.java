package dev.mete.engine.policy;

import dev.mete.engine.catalog.Catalog;
import dev.mete.engine.catalog.CatalogStamp;
import dev.mete.engine.diagnostic.Source;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Names contents by their SHA-256, as {@code sha256:5f1d…}. */
public final class Revision {
    private Revision() {}

    /** The revision of a policy that can take every model of the catalog. */
    public static String of(List<Source> sources, Catalog catalog) {
        return of(sources, CatalogStamp.of(catalog));
    }

    /** The revision of a policy: its sources, in order, and the catalog with the prices in force. Equal revisions decide equally, wherever their files lie. */
    public static String of(List<Source> sources, CatalogStamp catalog) {
        MessageDigest digest = sha256();
        digest.update((sources.size() + "\n").getBytes(StandardCharsets.UTF_8));
        for (Source source : sources) {
            byte[] text = source.text().getBytes(StandardCharsets.UTF_8);
            digest.update((text.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(text);
        }
        digest.update(catalog.revision().getBytes(StandardCharsets.UTF_8));
        if (catalog.pricesSince() != null) {
            digest.update(catalog.pricesSince().toString().getBytes(StandardCharsets.UTF_8));
        }
        return named(digest);
    }

    /** The revision of one content. */
    public static String of(byte[] content) {
        MessageDigest digest = sha256();
        digest.update(content);
        return named(digest);
    }

    private static String named(MessageDigest digest) {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
