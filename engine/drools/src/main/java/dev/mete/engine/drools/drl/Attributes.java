package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.Span;
import org.drools.drl.ast.descr.AttributeDescr;

/** What rules and packages have in common. */
final class Attributes {
    private Attributes() {}

    /** Takes the dialect of Java, which is what every consequence is in. */
    static void dialect(AttributeDescr attribute, Span span, Mistakes mistakes) {
        if (!"java".equals(attribute.getValue())) {
            mistakes.beyond(
                    Code.OTHER_DIALECT,
                    span,
                    "the dialect `" + attribute.getValue() + "`",
                    "remove it, or write `dialect \"java\"`");
        }
    }
}
