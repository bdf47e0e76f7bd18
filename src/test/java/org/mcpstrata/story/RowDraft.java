package org.mcpstrata.story;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/** A row in the making: fills columns from words and checks each text against its column's type. */
final class RowDraft {
    private static final List<String> PROVENANCE =
            List.of("payer_id", "member_id", "drop_id", "source_file", "source_row");

    private final Table table;
    private final Map<String, String> values = new TreeMap<>();

    RowDraft(Table table) {
        this.table = table;
    }

    /** The columns a story may fill, in the order of the table. */
    static List<Column> columnsOf(Table table) {
        return table.schema().columns().stream()
                .filter(column -> !PROVENANCE.contains(column.name()))
                .toList();
    }

    RowDraft set(String column, String text) {
        values.put(table.column(column).name(), text);
        return this;
    }

    RowDraft date(String column, Given given, String text) {
        return set(column, given.date(text));
    }

    /** Splits {@code LOINC 4548-4} over two columns. */
    RowDraft coding(String systemColumn, String codeColumn, String[] coding) {
        return set(systemColumn, coding[0]).set(codeColumn, coding[1]);
    }

    /** {@code on} is one day; {@code from} and {@code to} are the first and the last day. */
    RowDraft days(Given given, String first, String last, boolean oneDayHasAnEnd) {
        if (given.has("on")) {
            String day = given.take("on");
            date(first, given, day);
            return oneDayHasAnEnd ? date(last, given, day) : this;
        }
        date(first, given, given.take("from"));
        return given.has("to") ? date(last, given, given.take("to")) : this;
    }

    /** Words left over are columns by their canonical name, with spaces or underscores. */
    RowDraft rest(Given given) {
        for (Column column : columnsOf(table)) {
            String word =
                    given.has(column.name()) ? column.name() : column.name().replace('_', ' ');
            if (given.has(word)) {
                set(column.name(), text(given, word, column));
            }
        }
        given.finish();
        return this;
    }

    private static String text(Given given, String word, Column column) {
        return switch (column.type()) {
            case STRING -> given.take(word);
            case DATE -> given.date(given.take(word));
            case INT, LONG, MONEY, DECIMAL, DOUBLE -> number(given, word);
            case BOOLEAN -> String.valueOf(given.takeFlag(word));
            case LIST -> list(given, word, column.name().endsWith("_codes"));
            case MAP, STRUCTS -> throw new StoryException(given.place(), "\"" + word + "\" cannot be told in CSV");
        };
    }

    private static String number(Given given, String word) {
        String text = given.take(word);
        try {
            return new BigDecimal(text).toPlainString();
        } catch (NumberFormatException e) {
            throw new StoryException(given.place(), "\"" + word + "\" takes a number");
        }
    }

    /** Lists are written with spaces between, codings as {@code SYSTEM|code}. */
    private static String list(Given given, String word, boolean codings) {
        List<String> texts = new ArrayList<>();
        for (Object value : given.takeList(word)) {
            texts.add(codings ? String.join("|", given.coding(value)) : String.valueOf(value));
        }
        return String.join(" ", texts);
    }

    StoryRow build() {
        return new StoryRow(table, values);
    }
}
