package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.model.RowBuilder;
import org.mcpstrata.model.SurveyResponse;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;

/** One row of a canonical file while its fields are set and checked, whatever the file's own form. */
final class CanonicalRecord {
    private static final BigDecimal SUM_TOLERANCE = new BigDecimal("0.000001");
    private static final List<String> GROUPS =
            List.of("white", "black", "hispanic", "asian_nhpi", "aian", "multiracial");

    private final Table table;
    private final Provenance at;
    private final DropFacts drop;
    private final Object[] values;

    CanonicalRecord(Table table, Provenance at, DropFacts drop) {
        this.table = requireNonNull(table, "table");
        this.at = requireNonNull(at, "at");
        this.drop = requireNonNull(drop, "drop");
        this.values = new Object[table.schema().columns().size()];
    }

    /** Sets a field of its column's type; checks it against the column's list of values. */
    void set(Column column, Object value) {
        if (column.name().equals("payer_id") && !value.equals(at.payerId())) {
            throw new FieldProblem(ProblemCode.WRONG_PAYER, column.name());
        }
        if (CanonicalHeader.isProvenance(column)) {
            return;
        }
        Object kept = value;
        if (column.name().equals("mbi")) {
            kept = MbiText.parse((String) value, column.name());
        } else if (ColumnText.isListed(column.type())) {
            String delivered = value.toString();
            String full = column.name().equals("address_zip") ? ZipText.padded(delivered) : delivered;
            String text = CanonicalValues.kept(table, column, full)
                    .orElseThrow(() -> new FieldProblem(ProblemCode.FIELD_VALUE, column.name()));
            kept = value instanceof String ? text : value;
        }
        values[column.index()] = kept;
    }

    /** The finished record. */
    RecordOutcome finish() {
        fillDefaults();
        for (Column column : table.schema().columns()) {
            if (values[column.index()] == null && CanonicalHeader.mustBeFilled(table, column)) {
                throw new FieldProblem(ProblemCode.FIELD_MISSING, column.name());
            }
        }
        checkAcrossFields();
        RowBuilder row = new RowBuilder(table);
        for (Column column : table.schema().columns()) {
            row.set(column, values[column.index()]);
        }
        CanonicalRow built = row.provenance(at, text("member_id")).build();
        return new RecordOutcome.Accepted(List.of(built), paidAmount(), TableKeys.of(built));
    }

    private void fillDefaults() {
        switch (table) {
            case ELIGIBILITY -> {
                if (value("payer_type") == null) {
                    if (drop.lineOfBusiness().name().equals("NONE")) {
                        throw new FieldProblem(ProblemCode.FIELD_MISSING, "payer_type");
                    }
                    put("payer_type", drop.lineOfBusiness().name());
                }
            }
            case SURVEY -> {
                // An anonymous response still counts for its practice; it is nobody else's.
                if (value("member_id") == null && value("response_id") != null) {
                    put("member_id", SurveyResponse.anonymousMember(text("response_id")));
                }
            }
            case OBSERVATION -> {
                if (value("value_kind") == null) {
                    put("value_kind", valueKind());
                }
            }
            default -> {}
        }
    }

    private String valueKind() {
        if (value("value_code") != null) {
            return "CODE";
        }
        String text = text("value");
        return text == null ? null : ColumnText.isNumber(text) ? "QUANTITY" : "TEXT";
    }

    private void checkAcrossFields() {
        switch (table) {
            case ELIGIBILITY -> checkSpan("enrollment_start_date", "enrollment_end_date");
            case ATTRIBUTION -> checkSpan("start_date", "end_date");
            case DEMOGRAPHICS -> {
                if ((value("value") == null) == (value("missing_reason") == null)) {
                    throw new FieldProblem(ProblemCode.FIELD_MISSING, "value");
                }
                if (value("value") != null && value("code_system") == null) {
                    throw new FieldProblem(ProblemCode.FIELD_MISSING, "code_system");
                }
            }
            case MBI_CROSSWALK -> {
                if (value("mbi") == null && (value("other_payer_id") == null || value("other_member_id") == null)) {
                    throw new FieldProblem(ProblemCode.FIELD_MISSING, "mbi");
                }
            }
            case RACE_PROBABILITY -> checkProbabilities();
            default -> {}
        }
    }

    private void checkSpan(String from, String to) {
        if (((LocalDate) value(to)).isBefore((LocalDate) value(from))) {
            throw new FieldProblem(ProblemCode.FIELD_VALUE, to);
        }
    }

    private void checkProbabilities() {
        BigDecimal sum = BigDecimal.ZERO;
        for (String group : GROUPS) {
            BigDecimal share = (BigDecimal) value(group);
            if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
                throw new FieldProblem(ProblemCode.FIELD_VALUE, group);
            }
            sum = sum.add(share);
        }
        if (sum.subtract(BigDecimal.ONE).abs().compareTo(SUM_TOLERANCE) > 0) {
            throw new FieldProblem(
                    ProblemCode.FIELD_VALUE, String.join(" ", GROUPS).toLowerCase(Locale.ROOT));
        }
    }

    private Optional<BigDecimal> paidAmount() {
        return paidColumn(table).map(paid -> {
            BigDecimal delivered = (BigDecimal) values[paid.index()];
            return delivered == null ? BigDecimal.ZERO : delivered;
        });
    }

    /** The column that a control total sums; nothing where the table has none. */
    static Optional<Column> paidColumn(Table table) {
        return switch (table) {
            case MEDICAL_CLAIM, PHARMACY_CLAIM -> Optional.of(table.column("paid_amount"));
            default -> Optional.empty();
        };
    }

    private Object value(String column) {
        return values[table.column(column).index()];
    }

    private String text(String column) {
        return (String) value(column);
    }

    private void put(String column, Object value) {
        values[table.column(column).index()] = value;
    }
}
