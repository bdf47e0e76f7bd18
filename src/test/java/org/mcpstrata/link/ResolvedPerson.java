package org.mcpstrata.link;

import static org.mcpstrata.model.TestRows.DROPS;
import static org.mcpstrata.model.TestRows.FFS;
import static org.mcpstrata.model.TestRows.PLAN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.CoverageSpan;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.time.MeasurementPeriod;

/** Rows of one person, delivered one by one, and what they make of the person. */
abstract class ResolvedPerson {
    static final MeasurementPeriod PERIOD = new MeasurementPeriod(2025);
    final TestRows rows = new TestRows();
    final List<CanonicalRow> delivered = new ArrayList<>();
    PersonPolicy policy = PersonPolicy.standard();

    void lives(String day, String state, String zip) {
        delivered.add(
                rows.row(Table.PATIENT, PLAN, "p", "as_of_date", day, "address_state", state, "address_zip", zip));
    }

    void subsidy(String level, String start, String end) {
        delivered.add(rows.row(
                Table.ELIGIBILITY,
                FFS,
                "m",
                "payer_type",
                "MEDICARE_FFS",
                "lis_level",
                level,
                "enrollment_start_date",
                start,
                "enrollment_end_date",
                end));
    }

    Person person() {
        return resolve(delivered);
    }

    Person resolve(List<CanonicalRow> personRows) {
        return new PersonResolver(PERIOD, DROPS, policy).resolve("P1", personRows);
    }

    LinkCounts counts() {
        return LinkCounts.NONE.plus(LinkCounts.of(person(), delivered, DROPS, PERIOD));
    }

    static CoverageSpan span(String payer, LineOfBusiness line, String start, String end) {
        return new CoverageSpan(payer, line, LocalDate.parse(start), LocalDate.parse(end));
    }

    void covered(String payer, String line, String start, String end) {
        delivered.add(rows.row(
                Table.ELIGIBILITY,
                payer,
                "m",
                "payer_type",
                line,
                "enrollment_start_date",
                start,
                "enrollment_end_date",
                end));
    }

    void dual(String code, String start, String end) {
        delivered.add(rows.row(
                Table.ELIGIBILITY,
                FFS,
                "m",
                "payer_type",
                "MEDICARE_FFS",
                "enrollment_start_date",
                start,
                "enrollment_end_date",
                end,
                "dual_status_code",
                code));
    }

    void medicare(String originalReason, String status) {
        delivered.add(rows.row(
                Table.ELIGIBILITY,
                FFS,
                "m",
                "payer_type",
                "MEDICARE_FFS",
                "enrollment_start_date",
                "2025-01-01",
                "enrollment_end_date",
                "2025-12-31",
                "original_reason_entitlement_code",
                originalReason,
                "medicare_status_code",
                status));
    }

    void resident(String asOf, String state) {
        delivered.add(rows.row(Table.PATIENT, FFS, "m", "as_of_date", asOf, "address_state", state));
    }

    void attributed(String payer, String practice, String start, String end) {
        delivered.add(rows.row(
                Table.ATTRIBUTION,
                payer,
                "m",
                "practice_id",
                practice,
                "state",
                "NM",
                "track",
                1,
                "participant_type",
                "STANDARD",
                "start_date",
                start,
                "end_date",
                end));
    }
}
