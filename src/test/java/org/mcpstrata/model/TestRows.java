package org.mcpstrata.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Invented canonical rows for tests: every row gets the next line number of one file of its drop. */
public final class TestRows {
    /** The oldest of the drops in {@link #DROPS}; the digit orders the drops of every payer. */
    public static final String FIRST = "d1";

    public static final String SECOND = "d2";
    public static final String THIRD = "d3";

    public static final String FFS = "medicare-ffs";
    public static final String PLAN = "plan";
    public static final String STATE = "state-medicaid";
    public static final String CLINIC = "clinic";
    public static final String VENDOR = "vendor";

    public static final Drops DROPS = drops();

    private long line;

    private static Drops drops() {
        List<Drops.Drop> drops = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            String createdAt = "2026-01-0" + i + "T00:00:00Z";
            drops.add(new Drops.Drop(FFS, "d" + i, LineOfBusiness.MEDICARE_FFS, createdAt));
            drops.add(new Drops.Drop(PLAN, "d" + i, LineOfBusiness.COMMERCIAL, createdAt));
            drops.add(new Drops.Drop(STATE, "d" + i, LineOfBusiness.MEDICAID_FFS, createdAt));
            drops.add(new Drops.Drop(CLINIC, "d" + i, LineOfBusiness.OTHER, createdAt));
            drops.add(new Drops.Drop(VENDOR, "d" + i, LineOfBusiness.NONE, createdAt));
        }
        return new Drops(drops);
    }

    /** A row of the first drop; columns and values alternate. Dates and money may be given as text. */
    public CanonicalRow row(Table table, String payer, String member, Object... columnsAndValues) {
        return inDrop(FIRST, table, payer, member, columnsAndValues);
    }

    public CanonicalRow inDrop(String drop, Table table, String payer, String member, Object... columnsAndValues) {
        line++;
        RowBuilder builder = new RowBuilder(table).provenance(new Provenance(payer, drop, "file.txt", line), member);
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            Column column = table.column((String) columnsAndValues[i]);
            builder.set(column, typed(column, columnsAndValues[i + 1]));
        }
        return builder.build();
    }

    private static Object typed(Column column, Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        return switch (column.type()) {
            case DATE -> LocalDate.parse(text);
            case MONEY, DECIMAL -> new BigDecimal(text);
            case STRING, INT, LONG, DOUBLE, BOOLEAN, LIST, MAP, STRUCTS -> value;
        };
    }

    /** The same rows in another order, the same one for the same seed. */
    public static List<CanonicalRow> shuffled(List<CanonicalRow> rows, long seed) {
        List<CanonicalRow> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }
}
