package dev.mete.server;

import dev.mete.engine.load.PolicyLoader;
import dev.mete.server.reload.ServedPolicies;
import java.time.InstantSource;

/**
 * What the service over HTTP is made of.
 *
 * @param checking loads texts that callers send to be checked; never runs code of authors
 */
public record Service(ServedPolicies policies, PolicyLoader checking, Metrics metrics, InstantSource clock) {}
