package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.problem.ProblemCode;

/** What became of one delivered data record: accepted once, or rejected once with a reason. */
public sealed interface RecordOutcome extends Serializable {
    /**
     * The amount that counts towards the control total, as delivered and in dollars; zero where the field is empty, and
     * nothing where the file type has none or the field cannot be read.
     */
    Optional<BigDecimal> paidAmount();

    /** The same outcome with the amount that counts towards the control total. */
    RecordOutcome withPaid(Optional<BigDecimal> amount);

    /**
     * An accepted record.
     *
     * @param rows what it became; empty for a record that is counted and then of no use, such as a FHIR type no measure
     *     reads
     * @param key what makes a second record of the same file type a duplicate of this one; empty for records without
     *     a key
     * @param lostZip whether it has a ZIP code that is none, so that its rows have none
     */
    record Accepted(List<CanonicalRow> rows, Optional<BigDecimal> paidAmount, String key, boolean lostZip)
            implements RecordOutcome {
        public Accepted {
            rows = List.copyOf(rows);
            requireNonNull(paidAmount, "paidAmount");
            requireNonNull(key, "key");
        }

        public Accepted(List<CanonicalRow> rows, Optional<BigDecimal> paidAmount, String key) {
            this(rows, paidAmount, key, false);
        }

        public Accepted(List<CanonicalRow> rows, Optional<BigDecimal> paidAmount) {
            this(rows, paidAmount, "");
        }

        @Override
        public Accepted withPaid(Optional<BigDecimal> amount) {
            return new Accepted(rows, amount, key, lostZip);
        }
    }

    /**
     * A rejected record.
     *
     * @param code the one primary reason
     * @param field delivered or canonical name of the field at fault; empty where the whole record is
     */
    record Rejected(ProblemCode code, String field, Optional<BigDecimal> paidAmount) implements RecordOutcome {
        public Rejected {
            requireNonNull(code, "code");
            requireNonNull(field, "field");
            requireNonNull(paidAmount, "paidAmount");
        }

        @Override
        public Rejected withPaid(Optional<BigDecimal> amount) {
            return new Rejected(code, field, amount);
        }
    }

    static RecordOutcome accepted(List<CanonicalRow> rows) {
        return new Accepted(rows, Optional.empty());
    }

    static RecordOutcome rejected(ProblemCode code, String field) {
        return new Rejected(code, field, Optional.empty());
    }
}
