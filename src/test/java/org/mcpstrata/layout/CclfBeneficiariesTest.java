package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.SharedFolder;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;

class CclfBeneficiariesTest {
    private static RecordOutcome read(FixedLine line) {
        return DeliveredLines.read(CclfLayout.of("cclf8"), line.text());
    }

    @ParameterizedTest
    @CsvSource({
        "0, , , UNKNOWN, , , UNKNOWN",
        "1, 2106-3, CDCREC, , , , UNKNOWN",
        "3, 2131-1, CDCREC, , , , UNKNOWN",
        "5, , , UNKNOWN, 2135-2, CDCREC,",
        "6, 1002-5, CDCREC, , , , UNKNOWN",
        "7, 7, LOCAL, , , , UNMAPPED"
    })
    void theRaceCodeAnswersOneQuestionAndTakesBackWhatAnOlderCodeSaidToTheOther(
            String code,
            String race,
            String raceSystem,
            String noRace,
            String ethnicity,
            String ethnicitySystem,
            String noEthnicity) {
        List<CanonicalRow> rows = DeliveredLines.rows(
                read(FixedLine.of("cclf8").set("BENE_RACE_CD", code).set("BENE_PART_A_ENRLMT_BGN_DT", "2015-10-31")),
                Table.DEMOGRAPHICS);
        assertThat(rows)
                .extracting(
                        row -> row.text("attribute"),
                        row -> row.text("value"),
                        row -> row.text("code_system"),
                        row -> row.text("missing_reason"),
                        row -> row.text("method"),
                        row -> row.date("observed_date").toString())
                .containsExactly(
                        tuple("race", race, raceSystem, noRace, "ADMINISTRATIVE", "2015-10-01"),
                        tuple("ethnicity", ethnicity, ethnicitySystem, noEthnicity, "ADMINISTRATIVE", "2015-10-01"));
    }

    @Test
    void statementsOfTwoMonthsAreTwoRecords() {
        FixedLine line = FixedLine.of("cclf8");
        RecordOutcome.Accepted delivered = (RecordOutcome.Accepted) read(line);

        assertThat(delivered.key())
                .endsWith('|' + DeliveredLines.MEDICARE.asOf().toString());
        assertThat(DeliveredLines.row(delivered, Table.PATIENT).date("as_of_date"))
                .isEqualTo(DeliveredLines.MEDICARE.asOf());
    }

    /** The code was recorded at enrollment, so a file made after the period still tells it (founding decision 8). */
    @Test
    void evidenceBearsTheMonthThatMedicareCoverageBegan() {
        FixedLine line = FixedLine.of("cclf8")
                .set("BENE_SEX_CD", "2")
                .set("BENE_PART_A_ENRLMT_BGN_DT", "1000-01-01")
                .set("BENE_PART_B_ENRLMT_BGN_DT", "2016-02-29");
        assertThat(DeliveredLines.row(read(line), Table.DEMOGRAPHICS).date("observed_date"))
                .isEqualTo("2016-02-01");
        assertThat(DeliveredLines.row(read(line.set("BENE_PART_B_ENRLMT_BGN_DT", "")), Table.DEMOGRAPHICS)
                        .date("observed_date"))
                .isNull();
    }

    @Test
    void noRaceCodeIsNoEvidence() {
        assertThat(DeliveredLines.rows(read(FixedLine.of("cclf8").set("BENE_RACE_CD", "~")), Table.DEMOGRAPHICS))
                .isEmpty();
    }

    @Test
    void hospiceRangeIsCareNotCoverage() {
        RecordOutcome closed =
                read(FixedLine.of("cclf8").set("BENE_RNG_BGN_DT", "2025-01-05").set("BENE_RNG_END_DT", "2025-02-01"));
        RecordOutcome open =
                read(FixedLine.of("cclf8").set("BENE_RNG_BGN_DT", "2025-01-05").set("BENE_RNG_END_DT", "9999-12-31"));
        RecordOutcome none =
                read(FixedLine.of("cclf8").set("BENE_RNG_BGN_DT", "1000-01-01").set("BENE_RNG_END_DT", "9999-12-31"));
        assertThat(DeliveredLines.row(closed, Table.PROCEDURE).date("procedure_end_date"))
                .isEqualTo("2025-02-01");
        assertThat(DeliveredLines.row(open, Table.PROCEDURE).date("procedure_end_date"))
                .isEqualTo("9999-12-31");
        assertThat(DeliveredLines.rows(none, Table.PROCEDURE)).isEmpty();
        assertThat(DeliveredLines.rows(closed, Table.ELIGIBILITY)).isEmpty();
    }

    @Test
    void twoHospiceRangesOfOnePersonAreTwoRecords() {
        FixedLine line = FixedLine.of("cclf8").set("BENE_RNG_BGN_DT", "2024-01-05");
        RecordOutcome.Accepted first = (RecordOutcome.Accepted) read(line);
        RecordOutcome.Accepted second = (RecordOutcome.Accepted) read(line.set("BENE_RNG_BGN_DT", "2025-01-05"));
        assertThat(first.key()).isNotEqualTo(second.key());
    }

    @Test
    void addressAndEntitlementAreReadAsTheyStand() {
        CanonicalRow row = DeliveredLines.row(
                read(FixedLine.of("cclf8")
                        .set("BENE_FIPS_STATE_CD", "25")
                        .set("BENE_FIPS_CNTY_CD", "017")
                        .set("GEO_USPS_STATE_CD", "NH")
                        .set("BENE_ZIP_CD", "00000")
                        .set("GEO_ZIP5_CD", "01844")
                        .set("GEO_ZIP4_CD", "~")
                        .set("BENE_DUAL_STUS_CD", "NA")
                        .set("BENE_MDCR_STUS_CD", "20")
                        .set("BENE_ORGNL_ENTLMT_RSN_CD", "1")),
                Table.PATIENT);
        assertThat(row.text("address_county")).isEqualTo("25017");
        assertThat(row.text("address_state")).isEqualTo("MA");
        assertThat(row.text("address_zip")).isNull();
        assertThat(row.text("dual_status_code")).isEqualTo("NA");
        assertThat(row.text("medicare_status_code")).isEqualTo("20");
        assertThat(row.text("original_reason_entitlement_code")).isEqualTo("1");
    }

    @Test
    void sampleArchiveOfTheClaimsDataProjectIsReadWhole() throws IOException {
        Path archive =
                SharedFolder.require("realdata/bcda-cclf/archives").resolve("valid_T.BCD.A0001.ZCY18.D181120.T1000000");
        List<byte[]> beneficiaries = member(archive, "ZC8Y18");
        List<byte[]> crosswalk = member(archive, "ZC9Y18");
        List<byte[]> control = member(archive, "ZC0Y18");
        List<CanonicalRow> patients = new ArrayList<>();
        for (byte[] line : beneficiaries) {
            patients.addAll(DeliveredLines.rows(
                    DeliveredLines.read(CclfLayout.of("cclf8"), line, DeliveredLines.MEDICARE), Table.PATIENT));
        }
        List<CanonicalRow> links = new ArrayList<>();
        for (byte[] line : crosswalk) {
            links.addAll(DeliveredLines.rows(
                    DeliveredLines.read(CclfLayout.of("cclf9"), line, DeliveredLines.MEDICARE), Table.MBI_CROSSWALK));
        }
        assertThat(patients).hasSize(7).allMatch(row -> row.memberId().equals(row.text("mbi")));
        // Three of the six pairs are old claim numbers, which are no MBI.
        assertThat(links).hasSize(3);
        assertThat(control.stream().map(line -> ControlRecord.parse(line, 0, line.length)))
                .filteredOn(Optional::isPresent)
                .hasSize(11);
    }

    private static List<byte[]> member(Path archive, String name) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(found -> found.getName().contains(name))
                    .findFirst()
                    .orElseThrow();
            return DeliveredLines.split(zip.getInputStream(entry).readAllBytes());
        }
    }
}
