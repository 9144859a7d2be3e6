package dev.mete.engine.policy;

/**
 * A language whose policies run code of their authors. A service of its own, so that nothing of it is loaded unless whoever runs Mete trusts the
 * authors. It reads what the language of the same ending finds beyond itself.
 */
public interface TrustedLanguage extends PolicyLanguage {}
