package dev.mete.engine.drools.fact;

/** How hard a model may think, from not at all to as hard as it can. */
public enum Effort {
    NONE,
    MINIMAL,
    LOW,
    MEDIUM,
    HIGH,
    XHIGH,
    MAX
}
