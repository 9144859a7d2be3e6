package dev.mete.dsl.parse;

/** What the text of a token in quotes says. */
final class TextTokens {
    private TextTokens() {}

    /** The text between the quotes; an open text goes to its end. */
    static String inner(String token) {
        boolean isClosed = token.length() > 1 && "\"'’“”".indexOf(token.charAt(token.length() - 1)) >= 0;
        return token.substring(1, isClosed ? token.length() - 1 : token.length());
    }

    /** The text that a token in double quotes stands for. */
    static String value(String token) {
        String inner = inner(token);
        if (inner.indexOf('\\') < 0) {
            return inner;
        }
        var value = new StringBuilder();
        for (int at = 0; at < inner.length(); at++) {
            if (inner.charAt(at) == '\\' && at + 1 < inner.length()) {
                at++;
            }
            value.append(inner.charAt(at));
        }
        return value.toString();
    }
}
