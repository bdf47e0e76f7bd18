package org.mcpstrata.store;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.TableSchema;

/** Writes the values of one row, in column order, into a Parquet file. */
final class RowWriteSupport extends WriteSupport<Object[]> {
    /** Version of the result format; readers find it in the footer of every file. */
    static final String SCHEMA_VERSION = "1";

    /** Most text of a table repeats: so many words are remembered encoded, each in the place of its hash; a power of 2. */
    private static final int WORDS = 4096;

    private final TableSchema schema;
    private final String[] texts = new String[WORDS];
    private final Binary[] words = new Binary[WORDS];
    private RecordConsumer out;

    RowWriteSupport(TableSchema schema) {
        this.schema = requireNonNull(schema, "schema");
    }

    @Override
    public WriteContext init(Configuration configuration) {
        return new WriteContext(ParquetSchema.of(schema), Map.of("schema_version", SCHEMA_VERSION));
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return init((Configuration) null);
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        this.out = recordConsumer;
    }

    @Override
    public void write(Object[] row) {
        out.startMessage();
        fields(schema.columns(), row);
        out.endMessage();
    }

    private void fields(List<Column> columns, Object[] row) {
        for (Column column : columns) {
            Object value = row[column.index()];
            if (value == null) {
                if (column.required()) {
                    throw new IllegalArgumentException(schema.name() + "." + column.name() + " is required");
                }
                continue;
            }
            out.startField(column.name(), column.index());
            value(column, value);
            out.endField(column.name(), column.index());
        }
    }

    private void value(Column column, Object value) {
        switch (column.type()) {
            case STRING -> text((String) value);
            case INT -> out.addInteger((Integer) value);
            case LONG -> out.addLong((Long) value);
            case DATE -> out.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
            case MONEY -> out.addLong(unscaled(value, 2).longValueExact());
            case DECIMAL -> out.addBinary(Binary.fromConstantByteArray(bigEndian(unscaled(value, 6))));
            case DOUBLE -> out.addDouble((Double) value);
            case BOOLEAN -> out.addBoolean((Boolean) value);
            case LIST -> list((List<?>) value);
            case MAP -> map((Map<?, ?>) value);
            case STRUCTS -> structs(column, (List<?>) value);
        }
    }

    private void text(String value) {
        int hash = value.hashCode();
        int place = (hash ^ hash >>> 16) & WORDS - 1;
        if (!value.equals(texts[place])) {
            texts[place] = value;
            words[place] = Binary.fromConstantByteArray(value.getBytes(StandardCharsets.UTF_8));
        }
        out.addBinary(words[place]);
    }

    private void list(List<?> values) {
        out.startGroup();
        if (!values.isEmpty()) {
            out.startField("list", 0);
            for (Object value : values) {
                out.startGroup();
                out.startField("element", 0);
                text((String) value);
                out.endField("element", 0);
                out.endGroup();
            }
            out.endField("list", 0);
        }
        out.endGroup();
    }

    private void structs(Column column, List<?> rows) {
        out.startGroup();
        if (!rows.isEmpty()) {
            out.startField("list", 0);
            for (Object row : rows) {
                out.startGroup();
                out.startField("element", 0);
                out.startGroup();
                fields(column.nested().columns(), (Object[]) row);
                out.endGroup();
                out.endField("element", 0);
                out.endGroup();
            }
            out.endField("list", 0);
        }
        out.endGroup();
    }

    private void map(Map<?, ?> entries) {
        out.startGroup();
        if (!entries.isEmpty()) {
            out.startField("key_value", 0);
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                out.startGroup();
                out.startField("key", 0);
                text((String) entry.getKey());
                out.endField("key", 0);
                out.startField("value", 1);
                text((String) entry.getValue());
                out.endField("value", 1);
                out.endGroup();
            }
            out.endField("key_value", 0);
        }
        out.endGroup();
    }

    private static BigInteger unscaled(Object value, int scale) {
        // setScale without rounding: a value that does not fit its column is a defect, not something to trim.
        return ((BigDecimal) value).setScale(scale).unscaledValue();
    }

    private static byte[] bigEndian(BigInteger unscaled) {
        byte[] shortest = unscaled.toByteArray();
        byte[] bytes = new byte[ParquetSchema.DECIMAL_BYTES];
        Arrays.fill(bytes, (byte) (unscaled.signum() < 0 ? -1 : 0));
        System.arraycopy(shortest, 0, bytes, bytes.length - shortest.length, shortest.length);
        return bytes;
    }
}
