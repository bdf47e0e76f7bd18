package org.mcpstrata.layout;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.ColumnType;
import org.mcpstrata.problem.ProblemCode;

/** Reads the text of one column strictly as its type: nothing is guessed, rounded or moved. */
final class ColumnText {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final Pattern LONG_WHOLE = Pattern.compile("-?\\d{1,18}");
    /** Refuses a bar or a semicolon, because a list with another separator must not pass for one long entry. */
    private static final Pattern ENTRY = Pattern.compile("[^\\s|;]+");

    private static final Pattern CODING = Pattern.compile(ENTRY + "\\|" + ENTRY);
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,12})?");

    private ColumnText() {}

    /** The typed value of a text that is not empty. */
    static Object parse(Column column, String text) {
        return switch (column.type()) {
            case STRING -> text;
            case INT -> Integer.valueOf(matching(WHOLE, text, column));
            case LONG -> Long.valueOf(matching(LONG_WHOLE, text, column));
            case DATE -> date(text, column);
            case MONEY, DECIMAL -> decimal(text, column);
            case BOOLEAN -> bool(text, column);
            case LIST -> list(text, column);
            case DOUBLE, MAP, STRUCTS -> throw new IllegalStateException("no canonical table holds " + column.type());
        };
    }

    private static LocalDate date(String text, Column column) {
        try {
            return LocalDate.parse(matching(DATE, text, column));
        } catch (DateTimeException e) {
            throw new FieldProblem(ProblemCode.IMPOSSIBLE_DATE, column.name());
        }
    }

    private static BigDecimal decimal(String text, Column column) {
        BigDecimal number = new BigDecimal(matching(DECIMAL, text, column));
        if (number.stripTrailingZeros().scale() > column.type().scale()) {
            throw new FieldProblem(ProblemCode.FIELD_TYPE, column.name());
        }
        return number.setScale(column.type().scale());
    }

    /** Entries with one space between them; those of the {@code _codes} columns are {@code SYSTEM|code}. */
    private static List<String> list(String text, Column column) {
        Pattern entry = column.name().endsWith("_codes") ? CODING : ENTRY;
        List<String> entries = List.of(text.split(" ", -1));
        for (String each : entries) {
            matching(entry, each, column);
        }
        return entries;
    }

    private static Boolean bool(String text, Column column) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new FieldProblem(ProblemCode.FIELD_TYPE, column.name());
        };
    }

    private static String matching(Pattern pattern, String text, Column column) {
        if (!pattern.matcher(text).matches()) {
            throw new FieldProblem(ProblemCode.FIELD_TYPE, column.name());
        }
        return text;
    }

    /** Whether a text is a plain number, as results of observations are. */
    static boolean isNumber(String text) {
        return DECIMAL.matcher(text).matches();
    }

    /** Types whose values are compared with lists of allowed texts. */
    static boolean isListed(ColumnType type) {
        return type == ColumnType.STRING || type == ColumnType.INT;
    }
}
