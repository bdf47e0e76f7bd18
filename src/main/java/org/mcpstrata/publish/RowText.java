package org.mcpstrata.publish;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.TableSchema;

/**
 * The canonical text of a row: what a logical digest is made of. It depends on values only, not on Parquet, codec or
 * writer version: columns by tab, absent as {@code \N}, decimals in their column's scale, doubles in hexadecimal.
 */
final class RowText {
    private RowText() {}

    static String of(TableSchema schema, Object[] row) {
        StringBuilder text = new StringBuilder(256);
        append(text, schema, row);
        return text.append('\n').toString();
    }

    private static void append(StringBuilder text, TableSchema schema, Object[] row) {
        for (Column column : schema.columns()) {
            if (column.index() > 0) {
                text.append('\t');
            }
            Object value = row[column.index()];
            if (value == null) {
                text.append("\\N");
            } else {
                append(text, column, value);
            }
        }
    }

    private static void append(StringBuilder text, Column column, Object value) {
        switch (column.type()) {
            case STRING -> escape(text, (String) value);
            case INT, LONG, DATE, BOOLEAN -> text.append(value);
            case MONEY, DECIMAL ->
                text.append(((BigDecimal) value).setScale(column.type().scale()).toPlainString());
            case DOUBLE -> text.append(Double.toHexString((Double) value));
            case LIST -> {
                for (Object item : (List<?>) value) {
                    escape(text.append("\\["), (String) item);
                }
                text.append("\\]");
            }
            case MAP -> {
                for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                    escape(text.append("\\["), (String) entry.getKey());
                    escape(text.append("\\="), (String) entry.getValue());
                }
                text.append("\\]");
            }
            case STRUCTS -> {
                for (Object item : (List<?>) value) {
                    append(text.append("\\["), column.nested(), (Object[]) item);
                }
                text.append("\\]");
            }
        }
    }

    /** Marks of structure start with a backslash, so text that looks like one is told apart. */
    private static void escape(StringBuilder text, String value) {
        if (value.indexOf('\\') < 0 && value.indexOf('\t') < 0 && value.indexOf('\n') < 0) {
            text.append(value);
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                default -> text.append(c);
            }
        }
    }
}
