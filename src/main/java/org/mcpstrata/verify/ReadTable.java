package org.mcpstrata.verify;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.HadoopParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/**
 * All rows of one table, read as any stranger reads Parquet: by the columns that the files have, not by those they should have.
 *
 * @param columns of all files together, also those without a value
 */
record ReadTable(List<ReadRow> rows, SortedSet<String> columns) {
    /** The table in that folder; no folder or no file means no rows and no columns. */
    static ReadTable of(Path folder) throws IOException {
        List<ReadRow> rows = new ArrayList<>();
        SortedSet<String> columns = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            for (Path file : files(folder)) {
                read(file, rows, columns);
            }
        }
        return new ReadTable(List.copyOf(rows), columns);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.getFileName().toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    private static void read(Path file, List<ReadRow> rows, SortedSet<String> columns) throws IOException {
        try (var footer = org.apache.parquet.hadoop.ParquetFileReader.open(new LocalInputFile(file))) {
            footer.getFileMetaData().getSchema().getFields().forEach(field -> columns.add(field.getName()));
        }
        try (ParquetReader<Group> reader = new Builder(new LocalInputFile(file)).build()) {
            for (Group group = reader.read(); group != null; group = reader.read()) {
                rows.add(row(group));
            }
        }
    }

    private static ReadRow row(Group group) {
        TreeMap<String, Object> values = new TreeMap<>();
        GroupType type = group.getType();
        for (int i = 0; i < type.getFieldCount(); i++) {
            if (group.getFieldRepetitionCount(i) > 0) {
                Object value = value(group, type.getType(i), i);
                if (value != null) {
                    values.put(type.getFieldName(i), value);
                }
            }
        }
        return new ReadRow(values);
    }

    private static Object value(Group group, Type type, int field) {
        if (type.isPrimitive()) {
            return scalar(group, type.asPrimitiveType(), field, 0);
        }
        Group inner = group.getGroup(field, 0);
        LogicalTypeAnnotation kind = type.getLogicalTypeAnnotation();
        if (kind instanceof MapLogicalTypeAnnotation) {
            TreeMap<String, String> map = new TreeMap<>();
            for (int i = 0; i < inner.getFieldRepetitionCount(0); i++) {
                Group entry = inner.getGroup(0, i);
                map.put(entry.getString(0, 0), entry.getFieldRepetitionCount(1) > 0 ? entry.getString(1, 0) : "");
            }
            return map;
        }
        if (kind instanceof ListLogicalTypeAnnotation) {
            List<String> list = new ArrayList<>();
            for (int i = 0; i < inner.getFieldRepetitionCount(0); i++) {
                Group item = inner.getGroup(0, i);
                list.add(item.getFieldRepetitionCount(0) > 0 ? item.getValueToString(0, 0) : "");
            }
            return list;
        }
        return inner.toString();
    }

    private static Object scalar(Group group, PrimitiveType type, int field, int index) {
        LogicalTypeAnnotation kind = type.getLogicalTypeAnnotation();
        if (kind instanceof DecimalLogicalTypeAnnotation decimal) {
            BigInteger unscaled =
                    switch (type.getPrimitiveTypeName()) {
                        case INT32 -> BigInteger.valueOf(group.getInteger(field, index));
                        case INT64 -> BigInteger.valueOf(group.getLong(field, index));
                        case BINARY, FIXED_LEN_BYTE_ARRAY, INT96, BOOLEAN, FLOAT, DOUBLE ->
                            new BigInteger(group.getBinary(field, index).getBytes());
                    };
            return new BigDecimal(unscaled, decimal.getScale());
        }
        return switch (type.getPrimitiveTypeName()) {
            case INT32 ->
                kind instanceof DateLogicalTypeAnnotation
                        ? (Object) LocalDate.ofEpochDay(group.getInteger(field, index))
                        : (Object) group.getInteger(field, index);
            case INT64 -> group.getLong(field, index);
            case BOOLEAN -> group.getBoolean(field, index);
            case DOUBLE -> group.getDouble(field, index);
            case FLOAT -> (double) group.getFloat(field, index);
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> group.getValueToString(field, index);
        };
    }

    private static final class Builder extends ParquetReader.Builder<Group> {
        Builder(InputFile file) {
            super(file, new HadoopParquetConfiguration(new Configuration(false)));
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }
}
