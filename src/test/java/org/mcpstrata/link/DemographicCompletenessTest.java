package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.model.TestRows.CLINIC;
import static org.mcpstrata.model.TestRows.DROPS;
import static org.mcpstrata.model.TestRows.FFS;
import static org.mcpstrata.model.TestRows.PLAN;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.time.MeasurementPeriod;

/** Completeness of small populations whose every answer is known. */
class DemographicCompletenessTest {
    private static final MeasurementPeriod PERIOD = new MeasurementPeriod(2025);
    private static final String WHITE = "2106-3";
    private static final String BLACK = "2054-5";
    private static final String AIAN = "1002-5";
    private static final String HISPANIC = "2135-2";
    private static final String SELF = "SELF_REPORT";
    private static final String ENROLLMENT = "SELF_REPORT_ENROLLMENT";
    private static final String ADMINISTRATIVE = "ADMINISTRATIVE";
    private static final String LABEL = "INDIRECT_LABEL";
    private static final String ALONE = "PAYER_ALONE";
    private static final String POOLED = "ALL_PAYERS";
    private static final String RACE = "RACE_ETHNICITY";

    private final TestRows rows = new TestRows();
    private final DemographicCompleteness.Counting counting = new DemographicCompleteness.Counting();
    private final List<CanonicalRow> evidence = new ArrayList<>();

    @Test
    void whatOnePayerDoesNotKnowAnotherMayTell() {
        known(PLAN, CLINIC);
        race(CLINIC, SELF, WHITE);
        person();
        known(PLAN);
        person();

        assertThat(row(PLAN, ALONE, RACE).count("people")).isEqualTo(2);
        assertThat(row(PLAN, ALONE, RACE).count("known")).isZero();
        assertThat(row(PLAN, ALONE, RACE).count("no_information")).isEqualTo(2);
        assertThat(row(PLAN, POOLED, RACE).count("known")).isEqualTo(1);
        assertThat(row(PLAN, POOLED, RACE).statistic("known_share")).isEqualTo(0.5);
        assertThat(row(CLINIC, ALONE, RACE).statistic("known_share")).isEqualTo(1.0);
        assertThat(row("ALL", POOLED, RACE).count("people")).isEqualTo(2);
    }

    @Test
    void everyKindOfMissingHasItsColumn() {
        for (String reason : List.of("DECLINED", "ASKED_UNKNOWN", "UNKNOWN", "NOT_ASKED")) {
            known(PLAN);
            missing(PLAN, reason);
            person();
        }
        known(PLAN);
        person();
        known(PLAN);
        race(PLAN, ADMINISTRATIVE, "7");
        person();

        for (String column :
                List.of("declined", "asked_unknown", "unknown", "not_asked", "no_information", "unmapped")) {
            assertThat(row(PLAN, ALONE, RACE).count(column)).as(column).isEqualTo(1);
        }
        assertThat(row(PLAN, ALONE, RACE).count("people")).isEqualTo(6);
        assertThat(row(PLAN, ALONE, RACE).statistic("known_share")).isZero();
    }

    @Test
    void refusalToThePracticeTakesBackWhatThePayerKnew() {
        known(FFS, CLINIC);
        race(FFS, ADMINISTRATIVE, WHITE);
        missing(CLINIC, "DECLINED");
        person();

        assertThat(row(FFS, ALONE, RACE).count("known")).isEqualTo(1);
        assertThat(row(FFS, POOLED, RACE).count("known")).isZero();
        assertThat(row(FFS, POOLED, RACE).count("declined")).isEqualTo(1);
    }

    @Test
    void knownAnswersStandUnderTheMethodThatDecided() {
        for (String method : List.of(SELF, ENROLLMENT, ADMINISTRATIVE, LABEL)) {
            known(PLAN);
            race(PLAN, method, WHITE);
            person();
        }

        for (String column : List.of("self_report", "self_report_enrollment", "administrative", "indirect_label")) {
            assertThat(row(PLAN, ALONE, RACE).count(column)).as(column).isEqualTo(1);
        }
    }

    @Test
    void administrativeCodesAreComparedWithSelfReportOfWhateverPayer() {
        known(FFS, CLINIC);
        race(FFS, ADMINISTRATIVE, WHITE);
        race(CLINIC, SELF, WHITE);
        person();
        known(FFS, CLINIC);
        race(FFS, ADMINISTRATIVE, WHITE);
        race(CLINIC, SELF, WHITE);
        race(CLINIC, SELF, AIAN);
        person();
        known(FFS);
        race(FFS, ADMINISTRATIVE, BLACK);
        person();

        TableRow ffs = row(FFS, ALONE, RACE);
        assertThat(ffs.count("administrative_compared")).isEqualTo(2);
        assertThat(ffs.count("administrative_agree")).isEqualTo(1);
        assertThat(ffs.statistic("administrative_agree_share")).isEqualTo(0.5);
        assertThat(row(CLINIC, ALONE, RACE).count("administrative_compared")).isZero();
        assertThat(row(CLINIC, ALONE, RACE).value("administrative_agree_share")).isNull();
        assertThat(row(CLINIC, POOLED, RACE).count("administrative_compared")).isEqualTo(2);
        assertThat(row("ALL", POOLED, RACE).count("conflict")).isEqualTo(1);
    }

    @Test
    void answerAtEnrollmentAndIndirectLabelAreComparedApart() {
        known(PLAN, FFS, CLINIC);
        race(CLINIC, SELF, HISPANIC);
        race(PLAN, ENROLLMENT, HISPANIC);
        race(FFS, LABEL, BLACK);
        person();

        assertThat(row(PLAN, ALONE, RACE).count("self_report_enrollment_agree")).isEqualTo(1);
        assertThat(row(PLAN, ALONE, RACE).count("administrative_compared")).isZero();
        assertThat(row(FFS, ALONE, RACE).count("indirect_label_compared")).isEqualTo(1);
        assertThat(row(FFS, ALONE, RACE).count("indirect_label_agree")).isZero();
    }

    @Test
    void aRefusalIsNoAnswerToCompareWith() {
        known(FFS, CLINIC);
        race(FFS, ADMINISTRATIVE, WHITE);
        missing(CLINIC, "DECLINED");
        person();

        assertThat(row(FFS, ALONE, RACE).count("administrative_compared")).isZero();
    }

    @Test
    void payerKnowsWhomItNamesByRowsThatDoNotCount() {
        known(PLAN);
        List<Member> members = List.of(new Member(CLINIC, "m"), new Member(PLAN, "m"));
        PersonResolver.Settled settled = new PersonResolver(PERIOD, DROPS, PersonPolicy.standard())
                .settle("P1", members, evidence, Mention.of(evidence));
        counting.add(settled.person(), settled.evidence());

        assertThat(settled.person().members()).isEqualTo(members);
        assertThat(row(CLINIC, ALONE, RACE).count("no_information")).isEqualTo(1);
    }

    @Test
    void combinedQuestionIsOfRaceOnly() {
        known(CLINIC);
        evidence.add(rows.row(
                Table.DEMOGRAPHICS,
                CLINIC,
                "m",
                "attribute",
                "race",
                "method",
                SELF,
                "observed_date",
                "2025-02-01",
                "value",
                WHITE,
                "collected_under",
                "2024"));
        person();

        assertThat(row(CLINIC, ALONE, RACE).count("combined_question")).isEqualTo(1);
        assertThat(row(CLINIC, ALONE, "SEX").value("combined_question")).isNull();
    }

    @Test
    void sexOfAPatientRowIsAnAdministrativeAnswer() {
        evidence.add(rows.row(Table.PATIENT, CLINIC, "m", "gender", "female"));
        person();

        assertThat(row(CLINIC, ALONE, "SEX").count("administrative")).isEqualTo(1);
    }

    @Test
    void peopleOfTwoTasksAddUpInEitherOrder() {
        known(FFS, CLINIC);
        race(FFS, ADMINISTRATIVE, WHITE);
        person();
        DemographicCompleteness one = counting.counted();
        DemographicCompleteness.Counting second = new DemographicCompleteness.Counting();
        known(PLAN);
        missing(PLAN, "UNKNOWN");
        add(second);
        DemographicCompleteness other = second.counted();

        assertThat(one.plus(other)).isEqualTo(other.plus(one));
        assertThat(one.plus(DemographicCompleteness.NONE)).isEqualTo(one);
        assertThat(new CompletenessTable("run", PERIOD).rows(one.plus(other))).hasSize(7 * 8);
    }

    private TableRow row(String payer, String basis, String attribute) {
        List<TableRow> found = new CompletenessTable("run", PERIOD)
                .rows(counting.counted()).stream()
                        .filter(row -> row.text("payer_id").equals(payer))
                        .filter(row -> row.text("basis").equals(basis))
                        .filter(row -> row.text("attribute").equals(attribute))
                        .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    /** Ends a person: the rows so far are theirs. */
    private void person() {
        add(counting);
    }

    private void add(DemographicCompleteness.Counting to) {
        PersonResolver.Settled settled =
                new PersonResolver(PERIOD, DROPS, PersonPolicy.standard()).settle("P1", evidence);
        to.add(settled.person(), settled.evidence());
        evidence.clear();
    }

    private void known(String... payers) {
        for (String payer : payers) {
            evidence.add(rows.row(Table.PATIENT, payer, "m", "birth_date", "1950-02-03"));
        }
    }

    private void race(String payer, String method, String code) {
        evidence.add(rows.row(
                Table.DEMOGRAPHICS,
                payer,
                "m",
                "attribute",
                "race",
                "method",
                method,
                "observed_date",
                "2025-01-01",
                "value",
                code));
    }

    private void missing(String payer, String reason) {
        evidence.add(rows.row(
                Table.DEMOGRAPHICS,
                payer,
                "m",
                "attribute",
                "race",
                "method",
                SELF,
                "observed_date",
                "2025-01-01",
                "missing_reason",
                reason));
    }
}
