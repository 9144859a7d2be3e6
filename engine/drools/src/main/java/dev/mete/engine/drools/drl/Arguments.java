package dev.mete.engine.drools.drl;

import dev.mete.engine.diagnostic.Span;

/** Checks how many arguments calls have. */
final class Arguments {
    private final Mistakes mistakes;

    Arguments(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** Whether a call has from so many arguments to so many; one that has not is reported with its form. */
    boolean are(Expr.Call call, int least, int most, String form) {
        int size = call.arguments().size();
        if (least <= size && size <= most) {
            return true;
        }
        mistakes.error(
                Code.WRONG_ARGUMENTS,
                place(call),
                "`" + call.name() + "` takes " + number(least, most) + ", not " + size,
                "write `" + call.name() + form + "`");
        return false;
    }

    /** A call on the result of another is shown without it. */
    private Span place(Expr.Call call) {
        return call.target() instanceof Expr.Call
                ? mistakes.span(call.nameSpan().start(), call.span().end())
                : call.span();
    }

    private static String number(int least, int most) {
        return most == 0
                ? "no arguments"
                : (least == most ? least : least + " or " + most) + (most == 1 ? " argument" : " arguments");
    }
}
