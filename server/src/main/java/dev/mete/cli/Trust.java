package dev.mete.cli;

import dev.mete.engine.load.PolicyLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Whether policies may run code of their authors. */
final class Trust {
    private static final Logger LOG = LoggerFactory.getLogger(Trust.class);

    @Option(
            names = "--trust-drl",
            description = "Run policies in full DRL too. Their authors can do whatever this process can.")
    private boolean trustsDrl;

    PolicyLoader loader() throws Stopped {
        if (!trustsDrl) {
            return PolicyLoader.installed();
        }
        PolicyLoader loader = PolicyLoader.trusting();
        if (!loader.trusts()) {
            throw new Stopped("--trust-drl needs the module for full DRL, which is not on the class path: "
                    + "start with the launcher `mete`, or add mete-drools-full");
        }
        LOG.warn("full DRL is trusted: rules run as Java code with all the rights of this process");
        return loader;
    }
}
