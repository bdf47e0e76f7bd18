package org.mcpstrata.store;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.enumType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.jsonType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.ColumnType;
import org.mcpstrata.model.TableSchema;

/**
 * Which Parquet types hold the values of a column: those that this package writes, and those that other software writes
 * for the same values. A column of another type would be read as other values.
 */
public final class ParquetTypes {
    private static final Set<LogicalTypeAnnotation> TEXTS = Set.of(stringType(), enumType(), jsonType());

    private ParquetTypes() {}

    /** The columns of a file that have another type than the table's, each with the type it must have. */
    public static List<String> faults(TableSchema schema, MessageType file) {
        List<String> faults = new ArrayList<>();
        for (Column column : schema.columns()) {
            String name = column.name();
            if (file.containsField(name) && !hold(column.type(), file.getType(name))) {
                faults.add("Column " + name + " must be " + words(column.type()) + '.');
            }
        }
        return faults;
    }

    /** Whether values of the file's type are read as values of the column's. */
    static boolean hold(ColumnType type, Type file) {
        if (file.isRepetition(Repetition.REPEATED)) {
            return false;
        }
        if (!file.isPrimitive()) {
            return type == ColumnType.LIST && isListOfTexts(file.asGroupType());
        }
        PrimitiveTypeName form = file.asPrimitiveType().getPrimitiveTypeName();
        LogicalTypeAnnotation meaning = file.getLogicalTypeAnnotation();
        return switch (type) {
            case STRING -> form == PrimitiveTypeName.BINARY && (meaning == null || TEXTS.contains(meaning));
            case INT ->
                form == PrimitiveTypeName.INT32 && isWhole(meaning, Integer.SIZE)
                        || form == PrimitiveTypeName.INT64 && isWhole(meaning, Long.SIZE);
            case LONG -> form == PrimitiveTypeName.INT64 && isWhole(meaning, Long.SIZE);
            case DATE -> form == PrimitiveTypeName.INT32 && dateType().equals(meaning);
            case MONEY, DECIMAL ->
                meaning instanceof DecimalLogicalTypeAnnotation decimal && decimal.getScale() == type.scale();
            case DOUBLE -> form == PrimitiveTypeName.DOUBLE;
            case BOOLEAN -> form == PrimitiveTypeName.BOOLEAN;
            case LIST, MAP, STRUCTS -> false;
        };
    }

    private static boolean isWhole(LogicalTypeAnnotation meaning, int bits) {
        if (meaning instanceof IntLogicalTypeAnnotation whole) {
            // Large numbers without a sign would be read as negative ones.
            return whole.isSigned() || whole.getBitWidth() < bits;
        }
        return meaning == null || meaning instanceof DecimalLogicalTypeAnnotation decimal && decimal.getScale() == 0;
    }

    /** Software differs in what it calls the two levels below a list, and agrees that there are two. */
    private static boolean isListOfTexts(GroupType list) {
        if (list.getFieldCount() != 1
                || list.getType(0).isPrimitive()
                || !list.getType(0).isRepetition(Repetition.REPEATED)) {
            return false;
        }
        GroupType entry = list.getType(0).asGroupType();
        return entry.getFieldCount() == 1
                && entry.getType(0).isPrimitive()
                && hold(ColumnType.STRING, entry.getType(0));
    }

    private static String words(ColumnType type) {
        return switch (type) {
            case STRING -> "BINARY (STRING)";
            case INT -> "INT32";
            case LONG -> "INT64";
            case DATE -> "INT32 (DATE)";
            case MONEY -> "DECIMAL(18,2)";
            case DECIMAL -> "DECIMAL(38,6)";
            case DOUBLE -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case LIST -> "LIST of BINARY (STRING)";
            case MAP -> "MAP of BINARY (STRING)";
            case STRUCTS -> "LIST of groups";
        };
    }
}
