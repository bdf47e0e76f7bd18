package org.mcpstrata.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(160);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(row.table().ordinal());
            for (Column column : row.table().schema().columns()) {
                Object value = row.value(column);
                out.writeBoolean(value != null);
                if (value != null) {
                    write(out, column, value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static CanonicalRow decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Table table = Table.at(in.readByte());
            List<Column> columns = table.schema().columns();
            Object[] values = new Object[columns.size()];
            for (Column column : columns) {
                if (in.readBoolean()) {
                    values[column.index()] = read(in, column);
                }
            }
            return new CanonicalRow(table, values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, Column column, Object value) throws IOException {
        switch (column.type()) {
            case STRING -> text(out, (String) value);
            case INT -> out.writeInt((Integer) value);
            case LONG -> out.writeLong((Long) value);
            case DATE -> out.writeInt(Math.toIntExact(((LocalDate) value).toEpochDay()));
            case MONEY, DECIMAL ->
                bytes(out, ((BigDecimal) value).unscaledValue().toByteArray());
            case DOUBLE -> out.writeDouble((Double) value);
            case BOOLEAN -> out.writeBoolean((Boolean) value);
            case LIST -> list(out, (List<?>) value);
            case MAP, STRUCTS -> throw new IllegalStateException("no canonical table holds " + column.type());
        }
    }

    private static Object read(DataInputStream in, Column column) throws IOException {
        return switch (column.type()) {
            case STRING -> text(in);
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case DATE -> LocalDate.ofEpochDay(in.readInt());
            case MONEY, DECIMAL ->
                new BigDecimal(new BigInteger(bytes(in)), column.type().scale());
            case DOUBLE -> in.readDouble();
            case BOOLEAN -> in.readBoolean();
            case LIST -> list(in);
            case MAP, STRUCTS -> throw new IllegalStateException("no canonical table holds " + column.type());
        };
    }

    private static void list(DataOutputStream out, List<?> values) throws IOException {
        out.writeInt(values.size());
        for (Object value : values) {
            text(out, (String) value);
        }
    }

    private static List<String> list(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<String> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(text(in));
        }
        return List.copyOf(values);
    }

    private static void text(DataOutputStream out, String value) throws IOException {
        bytes(out, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static void bytes(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
