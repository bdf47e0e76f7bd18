package org.mcpstrata.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/**
 * A canonical row as compact bytes, for the one shuffle that brings a person's rows together. Equal rows give equal
 * bytes, so the bytes also break every tie when rows are put in order.
 */
public final class RowCodec {
    private RowCodec() {}

    public static byte[] encode(CanonicalRow row) {
        GrowingBytes out = new GrowingBytes(256);
        out.one(row.table().ordinal());
        for (Column column : row.table().schema().columns()) {
            Object value = row.value(column);
            out.one(value == null ? 0 : 1);
            if (value != null) {
                write(out, column, value);
            }
        }
        return out.written();
    }

    public static CanonicalRow decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Table table = Table.at(in.get());
        List<Column> columns = table.schema().columns();
        Object[] values = new Object[columns.size()];
        for (Column column : columns) {
            if (in.get() != 0) {
                values[column.index()] = read(in, column);
            }
        }
        return new CanonicalRow(table, values);
    }

    private static void write(GrowingBytes out, Column column, Object value) {
        switch (column.type()) {
            case STRING -> text(out, (String) value);
            case INT -> out.four((Integer) value);
            case LONG -> out.eight((Long) value);
            case DATE -> out.four(Math.toIntExact(((LocalDate) value).toEpochDay()));
            case MONEY, DECIMAL ->
                content(out, ((BigDecimal) value).unscaledValue().toByteArray());
            case DOUBLE -> out.eight(Double.doubleToLongBits((Double) value));
            case BOOLEAN -> out.one((Boolean) value ? 1 : 0);
            case LIST -> list(out, (List<?>) value);
            case MAP, STRUCTS -> throw new IllegalStateException("no canonical table holds " + column.type());
        }
    }

    private static Object read(ByteBuffer in, Column column) {
        return switch (column.type()) {
            case STRING -> text(in);
            case INT -> in.getInt();
            case LONG -> in.getLong();
            case DATE -> LocalDate.ofEpochDay(in.getInt());
            case MONEY, DECIMAL ->
                new BigDecimal(new BigInteger(content(in)), column.type().scale());
            case DOUBLE -> in.getDouble();
            case BOOLEAN -> in.get() != 0;
            case LIST -> list(in);
            case MAP, STRUCTS -> throw new IllegalStateException("no canonical table holds " + column.type());
        };
    }

    private static void list(GrowingBytes out, List<?> values) {
        out.four(values.size());
        for (Object value : values) {
            text(out, (String) value);
        }
    }

    private static List<String> list(ByteBuffer in) {
        int size = in.getInt();
        List<String> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(text(in));
        }
        return List.copyOf(values);
    }

    private static void text(GrowingBytes out, String value) {
        content(out, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        String text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private static void content(GrowingBytes out, byte[] content) {
        out.four(content.length);
        out.all(content);
    }

    private static byte[] content(ByteBuffer in) {
        byte[] content = new byte[in.getInt()];
        in.get(content);
        return content;
    }
}
