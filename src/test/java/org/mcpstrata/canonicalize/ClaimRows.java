package org.mcpstrata.canonicalize;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;

/** Invented claims of one person, in the shapes of the delivered formats. */
final class ClaimRows {
    static final String MEMBER = "1S00A00AA00";

    private final TestRows rows = new TestRows();
    private final List<CanonicalRow> all = new ArrayList<>();
    private String drop = TestRows.FIRST;

    ClaimRows in(String dropId) {
        drop = dropId;
        return this;
    }

    List<CanonicalRow> all() {
        return List.copyOf(all);
    }

    /** Settled with the payer of natural keys by its latest word. */
    FinalAction.Result settleByTheLatest() {
        CancellationRules rules = new CancellationRules(new TreeSet<>(List.of(TestRows.FFS)));
        return new FinalAction(TestRows.DROPS, rules).of(all);
    }

    FinalAction.Result settle() {
        return new FinalAction(TestRows.DROPS).of(all);
    }

    ClaimRows add(Table table, String payer, Object... columns) {
        all.add(rows.inDrop(drop, table, payer, MEMBER, columns));
        return this;
    }

    /** A Part A claim header: line 0 with its natural key. */
    ClaimRows header(String key, String claim, String type, String effective, String paid) {
        return header(key, claim, type, effective, paid, paid);
    }

    ClaimRows header(String key, String claim, String type, String effective, String paid, String charge) {
        return add(
                Table.MEDICAL_CLAIM,
                TestRows.FFS,
                "claim_id",
                claim,
                "claim_line_number",
                0,
                "claim_type",
                "institutional",
                "record_version",
                0,
                "adjustment_type",
                type,
                "final_action_key",
                key,
                "effective_date",
                effective,
                "claim_status",
                "paid",
                "line_status",
                "paid",
                "paid_amount",
                paid,
                "charge_amount",
                charge);
    }

    /** A Part A revenue line: it bears the key of its header and no adjustment of its own. */
    ClaimRows revenueLine(String key, String claim, int line, String paid) {
        return add(
                Table.MEDICAL_CLAIM,
                TestRows.FFS,
                "claim_id",
                claim,
                "claim_line_number",
                line,
                "claim_type",
                "institutional",
                "record_version",
                0,
                "adjustment_type",
                "ORIGINAL",
                "final_action_key",
                key,
                "claim_status",
                "paid",
                "line_status",
                "paid",
                "paid_amount",
                paid);
    }

    /** A Part B line, which pairs off by itself. */
    ClaimRows partB(String key, String claim, int line, String type, String effective, String paid) {
        return add(
                Table.MEDICAL_CLAIM,
                TestRows.FFS,
                "claim_id",
                claim,
                "claim_line_number",
                line,
                "claim_type",
                "professional",
                "record_version",
                0,
                "adjustment_type",
                type,
                "final_action_key",
                key,
                "effective_date",
                effective,
                "claim_status",
                "paid",
                "line_status",
                "paid",
                "paid_amount",
                paid);
    }

    /** A line of a claim in a format with versions. */
    ClaimRows line(String claim, int version, int line, String type, String paid) {
        return replacing(null, claim, version, line, type, paid);
    }

    ClaimRows replacing(String replaces, String claim, int version, int line, String type, String paid) {
        return add(
                Table.MEDICAL_CLAIM,
                TestRows.PLAN,
                "claim_id",
                claim,
                "claim_line_number",
                line,
                "claim_type",
                "professional",
                "record_version",
                version,
                "adjustment_type",
                type,
                "replaces_claim_id",
                replaces,
                "claim_status",
                "paid",
                "line_status",
                "paid",
                "paid_amount",
                paid);
    }

    ClaimRows fill(String key, String claim, String type, String effective, String paid) {
        return add(
                Table.PHARMACY_CLAIM,
                TestRows.FFS,
                "claim_id",
                claim,
                "claim_line_number",
                1,
                "record_version",
                0,
                "adjustment_type",
                type,
                "final_action_key",
                key,
                "effective_date",
                effective,
                "dispensing_date",
                "2025-01-05",
                "claim_status",
                "paid",
                "paid_amount",
                paid);
    }

    ClaimRows diagnosis(String payer, String claim, int version, int line, String code) {
        return add(
                Table.CLAIM_DIAGNOSIS,
                payer,
                "claim_id",
                claim,
                "record_version",
                version,
                "claim_line_number",
                line,
                "sequence",
                1,
                "role",
                line == 0 ? "principal" : "line",
                "code_system",
                "ICD10CM",
                "code",
                code);
    }

    /** A row of the file of all diagnoses of institutional claims. */
    ClaimRows otherDiagnosis(String payer, String claim, int sequence, String code) {
        return add(
                Table.CLAIM_DIAGNOSIS,
                payer,
                "claim_id",
                claim,
                "record_version",
                0,
                "claim_line_number",
                0,
                "sequence",
                sequence,
                "role",
                "other",
                "code_system",
                "ICD10CM",
                "code",
                code);
    }
}
