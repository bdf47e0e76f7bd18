package org.mcpstrata.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/**
 * A canonical row as compact bytes, for the one shuffle that brings a person's rows together. Equal rows give equal
 * bytes, so the bytes also break every tie when rows are put in order.
 */
public final class RowCodec {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private RowCodec() {}

    public static byte[] encode(CanonicalRow row) {
        Writing out = new Writing();
        out.one(row.table().ordinal());
        for (Column column : row.table().schema().columns()) {
            Object value = row.value(column);
            out.one(value == null ? 0 : 1);
            if (value != null) {
                write(out, column, value);
            }
        }
        return Arrays.copyOf(out.bytes, out.size);
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

    private static void write(Writing out, Column column, Object value) {
        switch (column.type()) {
            case STRING -> text(out, (String) value);
            case INT -> out.four((Integer) value);
            case LONG -> out.eight((Long) value);
            case DATE -> out.four(Math.toIntExact(((LocalDate) value).toEpochDay()));
            case MONEY, DECIMAL ->
                out.content(((BigDecimal) value).unscaledValue().toByteArray());
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

    private static void list(Writing out, List<?> values) {
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

    private static void text(Writing out, String value) {
        out.content(value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        String text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }

    private static byte[] content(ByteBuffer in) {
        byte[] content = new byte[in.getInt()];
        in.get(content);
        return content;
    }

    /** Bytes that grow, the highest of a number first; the streams of the platform lock for each of them. */
    private static final class Writing {
        private byte[] bytes = new byte[256];
        private int size;

        void one(int value) {
            room(1);
            bytes[size++] = (byte) value;
        }

        void four(int value) {
            room(Integer.BYTES);
            INT.set(bytes, size, value);
            size += Integer.BYTES;
        }

        void eight(long value) {
            room(Long.BYTES);
            LONG.set(bytes, size, value);
            size += Long.BYTES;
        }

        void content(byte[] content) {
            four(content.length);
            room(content.length);
            System.arraycopy(content, 0, bytes, size, content.length);
            size += content.length;
        }

        private void room(int more) {
            if (size + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
            }
        }
    }
}
