package org.mcpstrata.second;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Table;
import org.mcpstrata.valueset.Coding;

/**
 * One person with one to three visits and, a day or an hour to either side of where a rule turns, screenings, what
 * followed them, bipolar disorder, refusals and reports on claims.
 */
final class ScreenedPerson {
    private static final LocalDate MPS = LocalDate.of(ComparedRun.YEAR, 1, 1);
    private static final LocalDate MPE = LocalDate.of(ComparedRun.YEAR, 12, 31);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final ScreenedChart chart;
    private final Chances chances;
    private final ScreenedClaims claims;
    private final ScreenedRecords records;

    ScreenedPerson(ScreenedChart chart) {
        this.chart = requireNonNull(chart, "chart");
        this.chances = chart.chances();
        this.claims = new ScreenedClaims(chart);
        this.records = new ScreenedRecords(chart, claims);
    }

    void write() throws IOException {
        covered();
        LocalDate around = around();
        for (int i = chances.between(1, 3); i > 0; i--) {
            visit(around.plusDays(chances.percent(30) ? 0 : chances.between(0, 40)));
        }
        for (int i = chances.percent(12) ? 0 : chances.between(1, 3); i > 0; i--) {
            records.screening();
        }
        for (int i = chances.between(0, 2); i > 0; i--) {
            records.followUp();
        }
        if (chances.percent(15)) {
            records.bipolar();
        }
        if (chances.percent(20)) {
            records.refusal();
        }
        for (int i = chances.percent(85) ? 0 : chances.between(1, 2); i > 0; i--) {
            claims.report();
        }
    }

    private void covered() throws IOException {
        chart.write(new ScreenedRow(Table.ELIGIBILITY)
                .set("birth_date", born())
                .set("gender", chances.pick("male", "female"))
                .set("enrollment_start_date", MPS.minusYears(1))
                .set("enrollment_end_date", MPE)
                .set("payer_type", LineOfBusiness.COMMERCIAL.name()));
    }

    /** Ages 12, 17 and 18 begin on the first day of the period. */
    private LocalDate born() {
        String age = chances.pick("12", "12", "13", "16", "17", "17", "17", "18", "18", "30", "45", "80");
        LocalDate birthday = MPS.minusYears(Integer.parseInt(age));
        return chances.percent(50)
                ? birthday.plusDays(chances.between(-1, 1))
                : birthday.minusDays(chances.between(0, 364));
    }

    /** Often near an end of the period. */
    private LocalDate around() {
        if (chances.percent(20)) {
            return chances.day(MPS.minusDays(5), MPS.plusDays(16));
        }
        return chances.percent(25) ? chances.day(MPE.minusDays(20), MPE.plusDays(1)) : chances.day(MPS, MPE);
    }

    private void visit(LocalDate day) throws IOException {
        LocalDate last = day.plusDays(chances.percent(85) ? 0 : chances.between(1, 3));
        if (chances.percent(35)) {
            chart.add(new ScreenedVisit(day, last));
            claims.claim(day, last, chances.pick("99213", "99214", "90791", "97161", "99211", "G0438"));
            return;
        }
        String from = chart.clock();
        boolean endHasATime = !from.isEmpty() && chances.percent(90);
        Coding code = chances.pick(chart.codes().visits());
        chart.add(new ScreenedVisit(day, last));
        ScreenedRow row = chart.row(Table.ENCOUNTER, "encounter_id")
                .set("status", chances.mostly(88, "finished", "in-progress", "cancelled", "arrived"))
                .set("encounter_class", chances.mostly(80, "AMB", "VR", "EMER", "HH"))
                .set("encounter_start_date", day)
                .set("encounter_start_time", from)
                .set("encounter_end_date", chances.percent(3) ? "" : last.toString())
                .set("encounter_end_time", endHasATime ? halfAnHourAfter(from) : "");
        if (chances.percent(95)) {
            row.coding(code);
        } else {
            row.set("code_system", "CPT").set("code", "59425").set("more_codes", chances.pick("", code.toString()));
        }
        chart.write(row);
    }

    private static String halfAnHourAfter(String clock) {
        return CLOCK.format(LocalTime.parse(clock).plusMinutes(30));
    }
}
