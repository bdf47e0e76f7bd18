package org.mcpstrata.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.ColumnType;
import org.mcpstrata.model.TableSchema;

/** Collects the values of one row while Parquet hands them over column by column. */
final class RowConverter extends GroupConverter {
    private final Converter[] converters;
    private Object[] row;
    private final Consumer<? super Object[]> whenDone;

    RowConverter(TableSchema schema) {
        this(schema, done -> {});
    }

    private RowConverter(TableSchema schema, Consumer<? super Object[]> whenDone) {
        this.whenDone = whenDone;
        this.converters = new Converter[schema.columns().size()];
        for (Column column : schema.columns()) {
            converters[column.index()] = converter(column, value -> row[column.index()] = value);
        }
    }

    Object[] row() {
        return row;
    }

    @Override
    public Converter getConverter(int fieldIndex) {
        return converters[fieldIndex];
    }

    @Override
    public void start() {
        row = new Object[converters.length];
    }

    @Override
    public void end() {
        whenDone.accept(row);
    }

    private static Converter converter(Column column, Consumer<Object> sink) {
        return switch (column.type()) {
            case STRING, INT, LONG, DATE, MONEY, DECIMAL, DOUBLE, BOOLEAN -> new Scalar(column, sink);
            case LIST -> new Collected(sink, items -> new Wrapped(new Scalar(text(), items)), List::copyOf);
            case STRUCTS ->
                new Collected(sink, items -> new Wrapped(new RowConverter(column.nested(), items)), List::copyOf);
            case MAP -> new Collected(sink, Entry::new, RowConverter::toMap);
        };
    }

    private static Column text() {
        return new Column(0, "element", ColumnType.STRING, true, "", null);
    }

    private static SortedMap<String, String> toMap(List<Object> entries) {
        SortedMap<String, String> map = new TreeMap<>();
        for (Object entry : entries) {
            String[] pair = (String[]) entry;
            map.put(pair[0], pair[1]);
        }
        return map;
    }

    /** A repeated group: a list, a list of small rows, or the entries of a map. */
    private static final class Collected extends GroupConverter {
        private final Consumer<Object> sink;
        private final Converter repeated;
        private final Function<List<Object>, Object> finish;
        private List<Object> items;

        Collected(
                Consumer<Object> sink,
                Function<Consumer<Object>, Converter> repeated,
                Function<List<Object>, Object> finish) {
            this.sink = sink;
            this.finish = finish;
            this.repeated = repeated.apply(item -> items.add(item));
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return repeated;
        }

        @Override
        public void start() {
            items = new ArrayList<>();
        }

        @Override
        public void end() {
            sink.accept(finish.apply(items));
        }
    }

    /** The group between a list and its element. */
    private static final class Wrapped extends GroupConverter {
        private final Converter element;

        Wrapped(Converter element) {
            this.element = element;
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return element;
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }

    private static final class Entry extends GroupConverter {
        private final Consumer<Object> sink;
        private final String[] pair = new String[2];

        Entry(Consumer<Object> sink) {
            this.sink = sink;
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return new Scalar(text(), value -> pair[fieldIndex] = (String) value);
        }

        @Override
        public void start() {
            pair[0] = null;
            pair[1] = null;
        }

        @Override
        public void end() {
            sink.accept(pair.clone());
        }
    }

    private static final class Scalar extends PrimitiveConverter {
        private final Column column;
        private final Consumer<Object> sink;
        private String[] dictionary;

        Scalar(Column column, Consumer<Object> sink) {
            this.column = column;
            this.sink = sink;
        }

        /** Decimals have four forms in Parquet, and writers choose among them. */
        private boolean isDecimal() {
            return column.type() == ColumnType.MONEY || column.type() == ColumnType.DECIMAL;
        }

        @Override
        public boolean hasDictionarySupport() {
            return column.type() == ColumnType.STRING;
        }

        @Override
        public void setDictionary(Dictionary words) {
            dictionary = new String[words.getMaxId() + 1];
            for (int i = 0; i < dictionary.length; i++) {
                dictionary[i] = words.decodeToBinary(i).toStringUsingUTF8();
            }
        }

        @Override
        public void addValueFromDictionary(int id) {
            sink.accept(dictionary[id]);
        }

        @Override
        public void addBinary(Binary value) {
            sink.accept(
                    isDecimal()
                            ? new BigDecimal(
                                    new BigInteger(value.getBytes()),
                                    column.type().scale())
                            : value.toStringUsingUTF8());
        }

        @Override
        public void addInt(int value) {
            if (isDecimal()) {
                addLong(value);
            } else {
                sink.accept(column.type() == ColumnType.DATE ? (Object) LocalDate.ofEpochDay(value) : (Object) value);
            }
        }

        @Override
        public void addLong(long value) {
            if (isDecimal()) {
                sink.accept(BigDecimal.valueOf(value, column.type().scale()));
            } else if (column.type() == ColumnType.INT && value == (int) value) {
                sink.accept((int) value);
            } else {
                // Of an INT column it is a value of another class, for whoever reads the row to refuse.
                sink.accept(value);
            }
        }

        @Override
        public void addDouble(double value) {
            sink.accept(value);
        }

        @Override
        public void addBoolean(boolean value) {
            sink.accept(value);
        }
    }
}
