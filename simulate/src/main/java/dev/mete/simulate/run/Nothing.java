package dev.mete.simulate.run;

/** What most blocks leave to be done in their order. */
final class Nothing {
    static final Runnable TO_DO = () -> {};

    private Nothing() {}
}
