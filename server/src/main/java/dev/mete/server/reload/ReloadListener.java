package dev.mete.server.reload;

import java.time.Instant;

/** Hears of every load, on the thread that reloads. */
public interface ReloadListener {
    /** Hears nothing. */
    ReloadListener NONE = new ReloadListener() {};

    /** A policy serves a revision: a new one, one at new prices, or one restored at the start. */
    default void serves(String policy, Snapshot snapshot) {}

    /** A load failed; the policy goes on with its last good revision if it has one. */
    default void failed(String policy, FailedLoad failure) {}

    /** The files of a policy are as its revision says, with nothing wrong; the time of that finding. */
    default void isGood(String policy, Instant at) {}

    /** The catalog is another one, at other prices, or its file cannot be read. */
    default void catalog(CatalogStatus status) {}

    /** A policy is gone. */
    default void removed(String policy) {}
}
