package org.mcpstrata.second;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.LocalDate;
import org.mcpstrata.model.Table;

/** The claims of a screened person: visits, and what claims report of screenings. */
final class ScreenedClaims {
    private final ScreenedChart chart;
    private final Chances chances;

    ScreenedClaims(ScreenedChart chart) {
        this.chart = requireNonNull(chart, "chart");
        this.chances = chart.chances();
    }

    /** A claim of one line; some are denied, some withdrawn, some name bipolar disorder. */
    void claim(LocalDate day, LocalDate last, String code) throws IOException {
        String claimId = chart.nextId();
        chart.write(line(claimId, "ORIGINAL", day, last, code));
        if (chances.percent(6)) {
            diagnosis(claimId, day, last, chances.pick("F31.9", "F31.70", "F30.10", "F32.9"));
        }
        if (chances.percent(4)) {
            chart.write(line(chart.nextId(), "CANCELLATION", day, last, code).set("replaces_claim_id", claimId));
        }
    }

    /** A claim whose diagnosis is bipolar disorder. */
    void bipolar(LocalDate day) throws IOException {
        String claimId = chart.nextId();
        chart.write(line(claimId, "ORIGINAL", day, day, chances.pick("99213", "99211", "G0438")));
        diagnosis(claimId, day, day, chances.pick("F31.9", "F31.70", "F30.10"));
    }

    /** A quality-data code, or one that shows no result, on the day of a visit or at an end of the period. */
    void report() throws IOException {
        LocalDate day = chances.percent(70)
                ? chart.anyVisit().first()
                : LocalDate.parse(chances.pick("2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01"));
        claim(day, day, chances.pick("G8431", "G8510", "G8432", "G8511", "G8433", "G9717", "G0444", "96127"));
    }

    private ScreenedRow line(String claimId, String adjustment, LocalDate day, LocalDate last, String code) {
        String status = chances.mostly(90, "paid", "denied", "unknown");
        return new ScreenedRow(Table.MEDICAL_CLAIM)
                .set("claim_id", claimId)
                .set("record_version", "0")
                .set("claim_line_number", "1")
                .set("claim_type", "professional")
                .set("adjustment_type", adjustment)
                .set("claim_status", status)
                .set("line_status", status)
                .set("claim_start_date", day)
                .set("claim_end_date", last)
                .set("claim_line_start_date", day)
                .set("claim_line_end_date", last)
                .set("hcpcs_code", code)
                .set("hcpcs_modifier_1", chances.percent(95) ? "" : chances.pick("8P", "25", "1P"))
                .set("place_of_service_code", chances.mostly(88, "11", "21", "23", "02", ""));
    }

    private void diagnosis(String claimId, LocalDate day, LocalDate last, String code) throws IOException {
        chart.write(new ScreenedRow(Table.CLAIM_DIAGNOSIS)
                .set("claim_id", claimId)
                .set("record_version", "0")
                .set("claim_line_number", "0")
                .set("sequence", "1")
                .set("role", chances.mostly(90, "principal", "other", "external_cause"))
                .set("code_system", "ICD10CM")
                .set("code", code)
                .set("claim_start_date", day)
                .set("claim_end_date", last));
    }
}
