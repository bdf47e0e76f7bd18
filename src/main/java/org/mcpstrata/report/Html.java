package org.mcpstrata.report;

import java.util.List;

/** Writes HTML; every text is escaped, so that no name can become markup. */
final class Html {
    private final StringBuilder page = new StringBuilder();

    /** Markup of this program's own, as it is. */
    Html raw(String markup) {
        page.append(markup);
        return this;
    }

    Html text(String text) {
        page.append(escaped(text));
        return this;
    }

    Html element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">\n");
    }

    Html head(List<String> columns) {
        raw("<thead><tr>");
        columns.forEach(column -> raw("<th scope=\"col\">").text(column).raw("</th>"));
        return raw("</tr></thead>\n");
    }

    /** A row of a table; its first cell names it. */
    Html row(List<String> cells) {
        raw("<tr><th scope=\"row\">").text(cells.get(0)).raw("</th>");
        cells.subList(1, cells.size()).forEach(cell -> raw("<td>").text(cell).raw("</td>"));
        return raw("</tr>\n");
    }

    Html groupHead(String text, int columns) {
        return raw("<tr><th scope=\"rowgroup\" colspan=\"" + columns + "\">")
                .text(text)
                .raw("</th></tr>\n");
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
