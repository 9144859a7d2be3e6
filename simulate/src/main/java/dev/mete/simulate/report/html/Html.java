package dev.mete.simulate.report.html;

import java.util.List;

/** A page that grows from top to bottom. Every text is escaped. Not thread-safe. */
final class Html {
    private final StringBuilder page = new StringBuilder();

    /** Adds an element with a text. */
    Html element(String name, String text) {
        return open(name, "").text(text).close(name);
    }

    /** Adds an element of a class with a text. */
    Html element(String name, String kind, String text) {
        return open(name, kind).text(text).close(name);
    }

    /** Begins an element; an empty kind is no class. */
    Html open(String name, String kind) {
        page.append('<').append(name);
        if (!kind.isEmpty()) {
            page.append(" class=\"").append(escaped(kind)).append('"');
        }
        page.append('>');
        return this;
    }

    /** Ends an element. */
    Html close(String name) {
        page.append("</").append(name).append(">\n");
        return this;
    }

    /** Adds a text. */
    Html text(String text) {
        page.append(escaped(text));
        return this;
    }

    /** Adds a place for the chart of this name, and what it shows for those who do not see it. */
    Html chart(String name, String shows) {
        page.append("<figure><div class=\"chart\"><canvas data-chart=\"")
                .append(escaped(name))
                .append("\" role=\"img\" aria-label=\"")
                .append(escaped(shows))
                .append("\"></canvas></div><figcaption>")
                .append(escaped(shows))
                .append("</figcaption></figure>\n");
        return this;
    }

    /** Adds a table; the first column is a text, the others are figures. */
    Html table(List<String> head, List<List<String>> rows) {
        page.append("<div class=\"wide\"><table><thead><tr>");
        head.forEach(cell -> element("th", cell));
        page.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            page.append("<tr>");
            row.forEach(cell -> element("td", cell));
            page.append("</tr>\n");
        }
        page.append("</tbody></table></div>\n");
        return this;
    }

    /** Begins details that stand open, in print too, until somebody folds them. */
    Html unfolded(String summary) {
        page.append("<details open>");
        return element("summary", summary);
    }

    /** Adds a list. */
    Html list(List<String> items) {
        open("ul", "");
        items.forEach(item -> element("li", item));
        return close("ul");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
