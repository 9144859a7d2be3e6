package dev.mete.simulate.run;

/** What is summed over requests. */
enum Measure {
    REQUESTS,
    /** Pico-dollars. */
    COST,
    ESTIMATED_COST,
    THINKING,
    VISIBLE,
    MISSES,
    CUT_OFFS,
    ERRORS,
    /** Millionths. */
    EXPECTED_ERRORS,
    /** Nano-dollars. */
    ERROR_COST,
    GPU_MICROS,
    SLOT_MICROS,
    UNKNOWN_COSTS,
    UNKNOWN_TOKENS,
    UNKNOWN_LATENCIES,
    UNKNOWN_ERRORS,
    UNKNOWN_ERROR_COSTS,
    UNKNOWN_DEADLINES
}
