package dev.mete.server.reload;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the policies of a folder and follows its changes until it is closed. Whoever asks for the first load waits for it; a thread of its own does
 * the rest.
 */
public final class ReloadRules implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReloadRules.class);

    /** How often to look where no event says that something has changed. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** How long contents stay the same before they are acted upon: longer than an editor takes from its first write to its last. */
    private static final Duration SETTLE = Duration.ofMillis(100);

    private final ServedPolicies policies;
    private final ReloadStep step;
    private final FolderEvents events;
    private final Thread thread;
    private volatile boolean isClosed;

    /** Serves nothing before {@link #load}. */
    public ReloadRules(RulesSettings settings) {
        this.policies = new ServedPolicies();
        this.step = new ReloadStep(settings, policies);
        this.events = new FolderEvents(settings.root());
        this.thread = Thread.ofPlatform().name("mete-reload").daemon().unstarted(this::follow);
    }

    /** Loads all policies, then follows changes. */
    public static ReloadRules start(RulesSettings settings) {
        var reload = new ReloadRules(settings);
        reload.load();
        return reload;
    }

    /** Loads all policies, then follows changes. To be called once. */
    public void load() {
        events.watch();
        step.first();
        thread.start();
    }

    /** What is served. */
    public ServedPolicies policies() {
        return policies;
    }

    private void follow() {
        boolean isUnsettled = false;
        while (!isClosed) {
            try {
                if (isUnsettled) {
                    Thread.sleep(SETTLE);
                } else {
                    events.await(LOOK);
                }
                isUnsettled = step.next();
                events.watch();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.error("a look at the policies failed; what is loaded stays", e);
                isUnsettled = false;
            }
        }
    }

    /** Stops following and lets go of all policies. Decisions under way end. */
    @Override
    public void close() {
        isClosed = true;
        thread.interrupt();
        events.close();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        policies.all().forEach(ServedPolicy::retire);
    }
}
