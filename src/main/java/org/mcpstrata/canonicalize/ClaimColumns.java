package org.mcpstrata.canonicalize;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/** The columns that medical and pharmacy claims share and that decide which version of a claim counts. */
record ClaimColumns(
        Column claimId,
        Column line,
        Column version,
        Column adjustmentType,
        Column key,
        Column replaces,
        Column effective,
        Column loaded,
        Column paidDate,
        Column paid,
        Column charge) {
    private static final ClaimColumns MEDICAL = of(Table.MEDICAL_CLAIM);
    private static final ClaimColumns PHARMACY = of(Table.PHARMACY_CLAIM);
    private static final String GROUP_FAMILY = "G|";
    private static final Column CLAIM_TYPE = Table.MEDICAL_CLAIM.column("claim_type");

    private static ClaimColumns of(Table table) {
        return new ClaimColumns(
                table.column("claim_id"),
                table.column("claim_line_number"),
                table.column("record_version"),
                table.column("adjustment_type"),
                table.column("final_action_key"),
                table.column("replaces_claim_id"),
                table.column("effective_date"),
                table.column("load_date"),
                table.column("paid_date"),
                table.column("paid_amount"),
                table.column("charge_amount"));
    }

    static ClaimColumns of(CanonicalRow row) {
        return row.table() == Table.PHARMACY_CLAIM ? PHARMACY : MEDICAL;
    }

    static String claimId(CanonicalRow row) {
        return row.text(of(row).claimId);
    }

    static int line(CanonicalRow row) {
        return row.integer(of(row).line);
    }

    static int version(CanonicalRow row) {
        return row.integer(of(row).version);
    }

    static String adjustmentType(CanonicalRow row) {
        return row.text(of(row).adjustmentType);
    }

    static boolean isCancellation(CanonicalRow row) {
        return adjustmentType(row).equals("CANCELLATION");
    }

    static boolean isAdjustment(CanonicalRow row) {
        return adjustmentType(row).equals("ADJUSTMENT");
    }

    /**
     * The natural key under which cancellations pair off, or the group of versions a payer put the claim in; null where
     * the format has versions of one number instead.
     */
    static String key(CanonicalRow row) {
        return row.text(of(row).key);
    }

    /** Whether the payer groups the versions of the claim and says which is final. */
    static boolean isGrouped(CanonicalRow row) {
        return key(row) != null && key(row).startsWith(GROUP_FAMILY);
    }

    static String replaces(CanonicalRow row) {
        return row.text(of(row).replaces);
    }

    /** The day this version took effect; the earliest day of all where unknown. */
    static LocalDate effective(CanonicalRow row) {
        return orEarliest(row.date(of(row).effective));
    }

    static LocalDate loaded(CanonicalRow row) {
        return orEarliest(row.date(of(row).loaded));
    }

    static LocalDate paidDate(CanonicalRow row) {
        return orEarliest(row.date(of(row).paidDate));
    }

    /** What the payer paid, as delivered; zero where absent. */
    static BigDecimal paid(CanonicalRow row) {
        BigDecimal amount = row.decimal(of(row).paid);
        return amount == null ? BigDecimal.ZERO : amount;
    }

    /**
     * What the row adds to the payer's spending: formats that pair off cancellations deliver them with the sign of the
     * claim they cancel (inputs.md 1.2), formats with versions deliver void rows already negative, and of grouped versions
     * each stands with its own amount.
     */
    static BigDecimal signedPaid(CanonicalRow row) {
        return key(row) != null && isCancellation(row) && !isGrouped(row)
                ? paid(row).negate()
                : paid(row);
    }

    /** The size of what was paid, for pairing. */
    static BigDecimal paidSize(CanonicalRow row) {
        return paid(row).abs();
    }

    static BigDecimal chargeSize(CanonicalRow row) {
        BigDecimal amount = row.decimal(of(row).charge);
        return amount == null ? BigDecimal.ZERO : amount.abs();
    }

    static boolean isInstitutional(CanonicalRow row) {
        return row.table() == Table.MEDICAL_CLAIM && row.text(CLAIM_TYPE).equals("institutional");
    }

    private static LocalDate orEarliest(LocalDate day) {
        return day == null ? LocalDate.MIN : day;
    }
}
