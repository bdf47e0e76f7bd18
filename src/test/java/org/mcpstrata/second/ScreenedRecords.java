package org.mcpstrata.second;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.LocalDate;
import org.mcpstrata.model.Table;
import org.mcpstrata.valueset.Coding;

/** What the record of a screened person holds: screenings, what followed them, bipolar disorder and refusals. */
final class ScreenedRecords {
    private static final String POSITIVE = "428181000124104";
    private static final String NEGATIVE = "428171000124102";
    private static final String ADULT = "73832-8";
    private static final String ADOLESCENT = "73831-0";
    private static final String DECLINED = "720834000";
    private static final String UNRELATED = "160245001";

    private final ScreenedChart chart;
    private final Chances chances;
    private final ScreenedClaims claims;

    ScreenedRecords(ScreenedChart chart, ScreenedClaims claims) {
        this.chart = requireNonNull(chart, "chart");
        this.chances = chart.chances();
        this.claims = requireNonNull(claims, "claims");
    }

    /** On the day of a visit, or so many days before it as still count, or one more. */
    void screening() throws IOException {
        String before = chances.mostly(40, "0", "-1", "1", "13", "14", "14", "15", "7", "28");
        LocalDate day = chart.anyVisit().first().minusDays(Integer.parseInt(before));
        ScreenedRow row = chart.row(Table.OBSERVATION, "observation_id")
                .set("status", chances.mostly(88, "final", "amended", "corrected", "preliminary", "entered-in-error"))
                .set("category", chances.mostly(85, "survey", "procedure", "laboratory", ""))
                .set("observation_date", day)
                .set("observation_time", chart.clock());
        if (chances.percent(5)) {
            row.set("observation_date", day.minusDays(chances.between(0, 2)))
                    .set("observation_end_date", day)
                    .set("observation_end_time", row.get("observation_time"));
        }
        if (chances.percent(60)) {
            outcome(row.loinc(chances.pick(ADULT, ADULT, ADOLESCENT)));
        } else {
            score(row);
        }
        chart.write(row);
        if (chances.percent(12)) {
            secondOpinion(row);
        }
    }

    /** Another outcome of the same day, often of the same moment. */
    private void secondOpinion(ScreenedRow row) throws IOException {
        row.set("observation_id", chart.nextId());
        if (chances.percent(50)) {
            row.set("observation_time", chart.clock());
        }
        outcome(row.loinc(chances.pick(ADULT, ADOLESCENT)));
        chart.write(row);
    }

    private void outcome(ScreenedRow row) {
        String outcome = chances.mostly(94, chances.pick(POSITIVE, POSITIVE, NEGATIVE), UNRELATED, "");
        row.set("value_kind", outcome.isEmpty() ? "" : "CODE")
                .set("value_code_system", outcome.isEmpty() ? "" : "SNOMED")
                .set("value_code", outcome)
                .set("value", "")
                .set("unit", "")
                .set("comparator", "");
    }

    /** Around the cut of each tool, and some scores that it never gives. */
    private void score(ScreenedRow row) {
        String code = chances.pick("44261-6", "44261-6", "89204-2", "55758-7", "48545-8", "71354-5");
        int cut =
                switch (code) {
                    case "55758-7" -> 3;
                    case "48545-8" -> 5;
                    default -> 10;
                };
        String odd = chances.pick("0", "6", "7", "15", "16", "27", "28", "30", "31", "-1", "9.5", "10.0");
        row.loinc(code)
                .set("value_kind", "QUANTITY")
                .set("value", chances.percent(70) ? Integer.toString(cut + chances.between(-1, 1)) : odd)
                .set("unit", chances.mostly(60, "{score}", "1", "{points}", "", "%"))
                .set("comparator", chances.percent(97) ? "" : chances.pick(">", "<="));
    }

    /** Done at the visit, or ordered within two days after it, or just not. */
    void followUp() throws IOException {
        ScreenedVisit visit = chart.anyVisit();
        LocalDate ordered = visit.last().plusDays(chances.between(-1, 4));
        switch (chances.pick("performed", "referred", "prescribed", "prescribed")) {
            case "performed" -> performed(visit.first().plusDays(chances.percent(65) ? 0 : chances.between(-1, 2)));
            case "referred" -> referred(ordered);
            default -> prescribed(ordered);
        }
    }

    private void performed(LocalDate day) throws IOException {
        chart.write(chart.row(Table.PROCEDURE, "procedure_id")
                .coding(chances.pick(chart.codes().followUps()))
                .set("status", chances.mostly(88, "completed", "in-progress", "not-done"))
                .set("procedure_start_date", day)
                .set("procedure_start_time", chart.clock())
                .set("procedure_end_date", day));
    }

    private void referred(LocalDate day) throws IOException {
        ScreeningCodes codes = chart.codes();
        chart.write(chart.row(Table.SERVICE_REQUEST, "request_id")
                .coding(chances.pick(chances.percent(85) ? codes.referrals() : codes.followUps()))
                .set("kind", "SERVICE")
                .set("status", chances.mostly(85, "active", "completed", "revoked", "draft"))
                .set("intent", chances.mostly(70, "order", "plan", "proposal"))
                .set("do_not_perform", chances.mostly(85, "", "false", "true"))
                .set("authored_date", day)
                .set("authored_time", chart.clock()));
    }

    private void prescribed(LocalDate day) throws IOException {
        chart.write(chart.row(Table.MEDICATION, "medication_id")
                .coding(chances.pick(chart.codes().medications()))
                .set("kind", chances.mostly(90, "REQUEST", "DISPENSE", "STATEMENT"))
                .set("status", chances.mostly(75, "active", "completed", "stopped"))
                .set("intent", chances.mostly(85, "order", "plan", "instance-order"))
                .set("do_not_perform", chances.mostly(90, "", "false", "true"))
                .set("authored_date", day)
                .set("authored_time", chart.clock())
                .set("days_supply", chances.pick("", "30")));
    }

    /** Long before a visit, or a day or some hours to either side of its beginning; in the record, at times on a claim. */
    void bipolar() throws IOException {
        ScreenedVisit visit = chart.anyVisit();
        LocalDate onset = chances.percent(30)
                ? visit.first().minusYears(3)
                : visit.first().plusDays(chances.between(-1, 1));
        if (chances.percent(25)) {
            claims.bipolar(onset);
            return;
        }
        ScreenedRow row = chart.row(Table.CONDITION, "condition_id")
                .set(
                        "clinical_status",
                        chances.mostly(50, "active", "recurrence", "relapse", "remission", "inactive", "resolved", ""))
                .set(
                        "verification_status",
                        chances.mostly(70, "confirmed", "refuted", "entered-in-error", "unconfirmed", ""))
                .set("category", chances.mostly(60, "problem-list-item", "health-concern", "encounter-diagnosis", ""))
                .set("onset_date", onset)
                .set("onset_time", chart.clock())
                .set(
                        "abatement_date",
                        chances.percent(75)
                                ? ""
                                : onset.plusDays(chances.between(0, 400)).toString());
        Coding snomed = chances.pick(chart.codes().bipolar());
        if (chances.percent(50)) {
            row.coding(snomed);
        } else {
            row.set("code_system", "ICD10CM")
                    .set("code", chances.pick("F31.9", "F31.70", "F30.9", "F34.0"))
                    .set("more_codes", chances.percent(90) ? "" : snomed.toString());
        }
        chart.write(row);
    }

    /** A tool that was not used, mostly with a reason that excuses it. */
    void refusal() throws IOException {
        LocalDate day = chart.anyVisit().first().plusDays(chances.percent(75) ? 0 : chances.between(-1, 2));
        String medical = chances.pick(chart.codes().medicalReasons()).toString();
        chart.write(chart.row(Table.OBSERVATION, "observation_id")
                .loinc(chances.pick(ADULT, ADULT, ADOLESCENT, "44261-6"))
                .set("status", chances.mostly(92, "cancelled", "final"))
                .set("category", "survey")
                .set("observation_date", day)
                .set("issued_date", day)
                .set("issued_time", chart.clock())
                .set(
                        "reason_codes",
                        chances.mostly(50, "SNOMED|" + DECLINED, medical, medical, "SNOMED|" + UNRELATED, "")));
    }
}
