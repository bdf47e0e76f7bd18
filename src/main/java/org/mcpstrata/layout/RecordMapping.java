package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;

/**
 * What one kind of delivered record becomes.
 *
 * @param required fields without which a record is rejected
 * @param member the payer's id of the member in every row
 * @param key natural key of the record within its file type
 * @param paid the amount of the control total; null where the file type has none
 */
record RecordMapping(
        List<LayoutField> required, Expression member, Expression key, Expression paid, List<RowTemplate> rows)
        implements Serializable {
    RecordMapping {
        required = List.copyOf(required);
        requireNonNull(member, "member");
        requireNonNull(key, "key");
        rows = List.copyOf(rows);
    }

    boolean tellsDiagnosesOfClaims() {
        return rows.stream().anyMatch(row -> row.table() == Table.MEDICAL_CLAIM)
                && rows.stream().anyMatch(row -> row.table() == Table.CLAIM_DIAGNOSIS);
    }

    boolean hasPaidAmount() {
        return paid != null;
    }

    RecordOutcome outcome(Reading record, Provenance at) {
        Optional<BigDecimal> amount = Optional.empty();
        try {
            if (paid != null) {
                BigDecimal delivered = (BigDecimal) paid.evaluate(record);
                // An empty amount adds nothing to the total; only one that cannot be read leaves it open.
                amount = Optional.of(delivered == null ? BigDecimal.ZERO : delivered);
            }
            for (LayoutField field : required) {
                if (!record.has(field)) {
                    throw new FieldProblem(ProblemCode.FIELD_MISSING, field.name());
                }
            }
            List<CanonicalRow> made = rows(record, at);
            return new RecordOutcome.Accepted(made, amount, key.text(record), record.lostZip());
        } catch (FieldProblem problem) {
            return problem.asOutcome().withPaid(amount);
        }
    }

    private List<CanonicalRow> rows(Reading record, Provenance at) {
        List<CanonicalRow> made = new ArrayList<>(rows.size());
        String memberId = null;
        for (RowTemplate template : rows) {
            if (template.applies(record)) {
                if (memberId == null) {
                    memberId = memberId(record);
                }
                CanonicalRow row = template.row(record, at, memberId);
                if (row != null) {
                    made.add(row);
                }
            }
        }
        return made;
    }

    private String memberId(Reading record) {
        String id = member.text(record);
        if (id == null) {
            throw new FieldProblem(ProblemCode.FIELD_MISSING, member.field());
        }
        return id;
    }
}
