package dev.mete.engine.drools.full;

import dev.mete.engine.drools.fact.Bucket;
import dev.mete.engine.drools.fact.Decision;
import dev.mete.engine.drools.fact.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaGroup;

/**
 * One run of the rules for one task. Rules without a group fire first; then, where there are groups, one phase after the other: classify, wait and route
 * end as soon as a rule has decided, limits all fire. Run by one thread; another one may halt it and ask for the rule that is firing.
 */
final class Run {
    /** How often rules may fire: many times more than any policy needs, and soon over. */
    static final int MOST_FIRINGS = 10_000;

    private final KieBase base;
    private final Shape shape;
    private final Decision decision = new Decision();
    private final List<String> fired = new ArrayList<>();
    private final List<String> limitedBy = new ArrayList<>();
    private @Nullable String routedBy;
    private int left = MOST_FIRINGS;
    private volatile @Nullable String firing;
    private volatile @Nullable String firedLast;
    private volatile @Nullable KieSession session;

    Run(KieBase base, Shape shape) {
        this.base = base;
        this.shape = shape;
    }

    /** Rules went on firing. */
    static final class Endless extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    void run(Task task) {
        KieSession opened = base.newKieSession();
        session = opened;
        try {
            opened.setGlobal("decision", decision);
            opened.addEventListener(new Watch());
            opened.insert(task);
            fire(opened, () -> false);
            phase(opened, "classify", () -> decision.bucket() != null);
            phase(opened, "wait", () -> decision.waitingUsdPerSecond() != null);
            opened.insert(Objects.requireNonNullElse(decision.bucket(), Bucket.MAYBE));
            phase(opened, "route", decision::isRouted);
            phase(opened, "limit", () -> false);
        } finally {
            opened.dispose();
        }
    }

    /** Stops between two rules; what runs within a rule cannot be stopped. */
    void halt() {
        KieSession running = session;
        if (running != null) {
            running.halt();
        }
    }

    Decision decision() {
        return decision;
    }

    /** The rules that fired, in order. */
    List<String> fired() {
        return List.copyOf(fired);
    }

    /** The rule whose consequence runs, or threw; null while conditions are evaluated. */
    @Nullable
    String firing() {
        return firing;
    }

    /** The rule whose consequence ended last; null where none has. */
    @Nullable
    String firedLast() {
        return firedLast;
    }

    /** The rule that asked for the plan; null where none did. */
    @Nullable
    String routedBy() {
        return routedBy;
    }

    /** For each limit the rule that set it. */
    List<String> limitedBy() {
        return List.copyOf(limitedBy);
    }

    private void phase(KieSession opened, String name, BooleanSupplier isOver) {
        if (shape.has(name)) {
            AgendaGroup group = opened.getAgenda().getAgendaGroup(name);
            group.setFocus();
            fire(opened, isOver);
            group.clear();
        }
    }

    private void fire(KieSession opened, BooleanSupplier isOver) {
        while (!isOver.getAsBoolean() && opened.fireAllRules(1) > 0) {
            if (--left <= 0) {
                throw new Endless();
            }
        }
    }

    /** Keeps account of which rule did what. */
    private final class Watch extends DefaultAgendaEventListener {
        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            firing = event.getMatch().getRule().getName();
        }

        @Override
        public void afterMatchFired(AfterMatchFiredEvent event) {
            String rule = event.getMatch().getRule().getName();
            fired.add(rule);
            firedLast = rule;
            firing = null;
            if (routedBy == null && decision.isRouted()) {
                routedBy = rule;
            }
            while (limitedBy.size() < decision.limits().size()) {
                limitedBy.add(rule);
            }
        }
    }
}
