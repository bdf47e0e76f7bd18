package org.mcpstrata.publish;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.ColumnType;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.store.GrowingBytes;

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
    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private Object[] above;
    private final GrowingBytes bytes = new GrowingBytes(1024);

    RowDigest(TableSchema schema) {
        this.schema = requireNonNull(schema, "schema");
        this.above = new Object[schema.columns().size()];
    }

    void add(Object[] row) {
        bytes.reset();
        row(schema, row, above);
        digest.update(bytes.view());
        above = row;
    }

    /** The digest; no row can be added afterwards. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void row(TableSchema table, Object[] row, Object[] before) {
        List<Column> columns = table.columns();
        for (int i = 0; i < row.length; i++) {
            if (row[i] == null) {
                if (before[i] != null) {
                    bytes.number(ABSENT);
                    bytes.number(FIRST_COLUMN + i);
                }
            } else if (!row[i].equals(before[i])) {
                bytes.number(FIRST_COLUMN + i);
                value(columns.get(i), row[i]);
            }
        }
        bytes.number(END);
    }

    private void value(Column column, Object value) {
        ColumnType type = column.type();
        switch (type) {
            case STRING -> text((String) value);
            case INT -> bytes.signed((Integer) value);
            case LONG -> bytes.signed((Long) value);
            case DATE -> bytes.signed(((LocalDate) value).toEpochDay());
            case BOOLEAN -> bytes.number((Boolean) value ? 1 : 0);
            case MONEY, DECIMAL -> {
                // setScale without rounding: a value that does not fit its column is a defect, not something to trim.
                append(((BigDecimal) value)
                        .setScale(type.scale())
                        .unscaledValue()
                        .toByteArray());
            }
            case DOUBLE -> {
                // The lowest byte first.
                bytes.eight(Long.reverseBytes(Double.doubleToLongBits((Double) value)));
            }
            case LIST -> {
                List<?> items = (List<?>) value;
                bytes.number(items.size());
                items.forEach(item -> text((String) item));
            }
            case MAP -> {
                Map<?, ?> entries = (Map<?, ?>) value;
                bytes.number(entries.size());
                entries.forEach((key, entry) -> {
                    text((String) key);
                    text((String) entry);
                });
            }
            case STRUCTS -> {
                List<?> rows = (List<?>) value;
                bytes.number(rows.size());
                Object[] none = new Object[column.nested().columns().size()];
                rows.forEach(item -> row(column.nested(), (Object[]) item, none));
            }
        }
    }

    private void text(String value) {
        append(value.getBytes(StandardCharsets.UTF_8));
    }

    private void append(byte[] content) {
        bytes.number(content.length);
        bytes.all(content);
    }
}
