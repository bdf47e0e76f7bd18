package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.ColumnType;
import org.mcpstrata.model.TableSchema;

/**
 * The logical digest of a table's rows in their order: SHA-256 over canonical bytes. It depends on values only, not on
 * Parquet, codec or writer version.
 *
 * <p>A row is written as what differs from the row above, since most columns of a result table seldom change: for each
 * such column its number from 2 and its value, or 1 and its number where the value is absent; then 0. Text is its length
 * and its UTF-8; whole numbers and dates are written in groups of seven bits, decimals as their unscaled number in their
 * column's scale, doubles by their bits, collections as their size and their elements.
 */
final class RowDigest {
    private static final int END = 0;
    private static final int ABSENT = 1;
    private static final int FIRST_COLUMN = 2;

    private final TableSchema schema;
    private final Sha256 digest = new Sha256();
    private Object[] above;
    private byte[] bytes = new byte[1024];
    private int size;

    RowDigest(TableSchema schema) {
        this.schema = requireNonNull(schema, "schema");
        this.above = new Object[schema.columns().size()];
    }

    void add(Object[] row) {
        size = 0;
        row(schema, row, above);
        digest.add(bytes, size);
        above = row;
    }

    /** The digest; no row can be added afterwards. */
    String hex() {
        return digest.hex();
    }

    private void row(TableSchema table, Object[] row, Object[] before) {
        List<Column> columns = table.columns();
        for (int i = 0; i < row.length; i++) {
            if (row[i] == null) {
                if (before[i] != null) {
                    number(ABSENT);
                    number(FIRST_COLUMN + i);
                }
            } else if (!row[i].equals(before[i])) {
                number(FIRST_COLUMN + i);
                value(columns.get(i), row[i]);
            }
        }
        number(END);
    }

    private void value(Column column, Object value) {
        ColumnType type = column.type();
        switch (type) {
            case STRING -> text((String) value);
            case INT -> signed((Integer) value);
            case LONG -> signed((Long) value);
            case DATE -> signed(((LocalDate) value).toEpochDay());
            case BOOLEAN -> number((Boolean) value ? 1 : 0);
            case MONEY, DECIMAL -> {
                // setScale without rounding: a value that does not fit its column is a defect, not something to trim.
                append(((BigDecimal) value)
                        .setScale(type.scale())
                        .unscaledValue()
                        .toByteArray());
            }
            case DOUBLE -> {
                long bits = Double.doubleToLongBits((Double) value);
                for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
                    append((byte) (bits >>> shift));
                }
            }
            case LIST -> {
                List<?> items = (List<?>) value;
                number(items.size());
                items.forEach(item -> text((String) item));
            }
            case MAP -> {
                Map<?, ?> entries = (Map<?, ?>) value;
                number(entries.size());
                entries.forEach((key, entry) -> {
                    text((String) key);
                    text((String) entry);
                });
            }
            case STRUCTS -> {
                List<?> rows = (List<?>) value;
                number(rows.size());
                Object[] none = new Object[column.nested().columns().size()];
                rows.forEach(item -> row(column.nested(), (Object[]) item, none));
            }
        }
    }

    private void text(String value) {
        append(value.getBytes(StandardCharsets.UTF_8));
    }

    private void signed(long number) {
        number(number << 1 ^ number >> 63);
    }

    private void number(long number) {
        long left = number;
        while ((left & ~0x7fL) != 0) {
            append((byte) (left & 0x7f | 0x80));
            left >>>= 7;
        }
        append((byte) left);
    }

    private void append(byte[] content) {
        number(content.length);
        room(content.length);
        System.arraycopy(content, 0, bytes, size, content.length);
        size += content.length;
    }

    private void append(byte one) {
        room(1);
        bytes[size++] = one;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
