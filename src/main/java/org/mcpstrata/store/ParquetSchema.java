package org.mcpstrata.store;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.schema.ConversionPatterns;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.TableSchema;

/** The Parquet form of a table: what Spark, DuckDB, pandas and Trino read with a path and nothing else. */
final class ParquetSchema {
    /** Bytes of a decimal(38,6): the smallest that holds 38 digits. */
    static final int DECIMAL_BYTES = 16;

    private ParquetSchema() {}

    static MessageType of(TableSchema schema) {
        return new MessageType(schema.name(), fields(schema));
    }

    /** What to ask of a file: its own type wherever that holds the values, in whatever form other software wrote them. */
    static MessageType of(TableSchema schema, MessageType file) {
        List<Type> fields = new ArrayList<>();
        for (Column column : schema.columns()) {
            String name = column.name();
            boolean held = file.containsField(name) && ParquetTypes.hold(column.type(), file.getType(name));
            fields.add(held ? file.getType(name) : field(column));
        }
        return new MessageType(schema.name(), fields);
    }

    private static List<Type> fields(TableSchema schema) {
        List<Type> fields = new ArrayList<>();
        for (Column column : schema.columns()) {
            fields.add(field(column));
        }
        return fields;
    }

    private static Type field(Column column) {
        Repetition repetition = column.required() ? Repetition.REQUIRED : Repetition.OPTIONAL;
        String name = column.name();
        return switch (column.type()) {
            case STRING -> Types.primitive(BINARY, repetition).as(stringType()).named(name);
            case INT -> Types.primitive(INT32, repetition).named(name);
            case LONG -> Types.primitive(INT64, repetition).named(name);
            case DATE -> Types.primitive(INT32, repetition).as(dateType()).named(name);
            case MONEY ->
                Types.primitive(INT64, repetition).as(decimalType(2, 18)).named(name);
            case DECIMAL ->
                Types.primitive(FIXED_LEN_BYTE_ARRAY, repetition)
                        .length(DECIMAL_BYTES)
                        .as(decimalType(6, 38))
                        .named(name);
            case DOUBLE -> Types.primitive(DOUBLE, repetition).named(name);
            case BOOLEAN -> Types.primitive(BOOLEAN, repetition).named(name);
            case LIST -> ConversionPatterns.listOfElements(repetition, name, text(Repetition.REQUIRED, "element"));
            case MAP ->
                ConversionPatterns.mapType(
                        repetition,
                        name,
                        "key_value",
                        text(Repetition.REQUIRED, "key"),
                        text(Repetition.OPTIONAL, "value"));
            case STRUCTS ->
                ConversionPatterns.listOfElements(
                        repetition, name, new GroupType(Repetition.REQUIRED, "element", fields(column.nested())));
        };
    }

    private static Type text(Repetition repetition, String name) {
        return Types.primitive(BINARY, repetition).as(stringType()).named(name);
    }
}
