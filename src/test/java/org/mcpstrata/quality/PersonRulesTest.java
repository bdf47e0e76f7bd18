package org.mcpstrata.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpstrata.link.PersonPolicy;
import org.mcpstrata.link.PersonResolver;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.time.MeasurementPeriod;

/** Each person check on people who keep it and people who break it, counted for the payer that delivered the rows. */
class PersonRulesTest {
    private static final MeasurementPeriod YEAR = new MeasurementPeriod(2025);
    /** Fates of claims are settled, and counted, by final action. */
    private static final EnumSet<PersonCheck> OF_FINAL_ACTION =
            EnumSet.of(PersonCheck.LINE_HAS_HEADER, PersonCheck.CANCELLATION_HAS_TARGET);

    private static final String MBI = "1SG4TE5MK73";
    private static final String OLD = "2SG4TE5MK73";
    private static final String NEW = "4SG4TE5MK73";

    private static CanonicalRow covered(String member, String from, String to, Object... more) {
        return row(
                Table.ELIGIBILITY,
                member,
                List.of("enrollment_start_date", from, "enrollment_end_date", to, "payer_type", "COMMERCIAL"),
                more);
    }

    private static CanonicalRow line(String claim, int line, String day, Object... more) {
        return row(
                Table.MEDICAL_CLAIM,
                "m",
                List.of(
                        "claim_id",
                        claim,
                        "claim_line_number",
                        line,
                        "claim_type",
                        "professional",
                        "record_version",
                        0,
                        "adjustment_type",
                        "ORIGINAL",
                        "claim_status",
                        "paid",
                        "claim_line_start_date",
                        day),
                Stream.concat(Stream.of(more), Stream.of("line_status", "paid")).toArray());
    }

    private static CanonicalRow service(String claim, String day, String paid) {
        return line(claim, 1, day, "hcpcs_code", "99213", "rendering_npi", "1234567893", "paid_amount", paid);
    }

    private static CanonicalRow fill(String day) {
        return row(
                Table.PHARMACY_CLAIM,
                "m",
                List.of(
                        "claim_id",
                        "f",
                        "claim_line_number",
                        1,
                        "record_version",
                        0,
                        "adjustment_type",
                        "ORIGINAL",
                        "claim_status",
                        "paid",
                        "dispensing_date",
                        day));
    }

    private static CanonicalRow patient(Object... more) {
        return row(Table.PATIENT, "m", List.of(), more);
    }

    private static CanonicalRow replaced(String number, String current, String since) {
        return row(Table.MBI_CROSSWALK, number, List.of("mbi", current), "effective_date", since);
    }

    private static CanonicalRow race(String value) {
        return row(
                Table.DEMOGRAPHICS,
                "m",
                List.of("attribute", "race", "method", "SELF_REPORT", "observed_date", "2025-01-01"),
                "value",
                value);
    }

    private static CanonicalRow row(Table table, String member, List<Object> required, Object... more) {
        return new TestRows()
                .row(
                        table,
                        TestRows.PLAN,
                        member,
                        Stream.concat(required.stream(), Stream.of(more)).toArray());
    }

    private static final CanonicalRow ALL_YEAR = covered("m", "2025-01-01", "2025-12-31");

    private static final CanonicalRow ENTITLED_TO_NOTHING =
            covered("m", "2025-01-01", "2025-12-31", "medical_coverage", false, "pharmacy_coverage", false);

    static Stream<Arguments> people() {
        return Stream.of(
                Arguments.of(
                        PersonCheck.DEATH_AFTER_LIFE,
                        List.of(patient("death_date", "2025-03-01"), line("c", 1, "2025-03-31")),
                        new Share(1, 0)),
                Arguments.of(
                        PersonCheck.DEATH_AFTER_LIFE,
                        List.of(patient("death_date", "2025-03-01"), line("c", 1, "2025-04-01")),
                        new Share(1, 1)),
                Arguments.of(
                        PersonCheck.DEATH_AFTER_LIFE,
                        List.of(patient("death_date", "1949-12-31", "birth_date", "1950-01-01")),
                        new Share(1, 1)),
                Arguments.of(PersonCheck.DEATH_AFTER_LIFE, List.of(ALL_YEAR, line("c", 1, "2025-04-01")), Share.NONE),
                Arguments.of(
                        PersonCheck.CLAIM_IS_COVERED,
                        List.of(
                                covered("m", "2025-01-01", "2025-06-30"),
                                line("c", 1, "2025-06-30"),
                                fill("2025-07-01")),
                        new Share(2, 1)),
                Arguments.of(
                        PersonCheck.CLAIM_IS_COVERED,
                        List.of(covered("m", "2025-02-01", "2025-12-31"), line("c", 1, "2024-12-31")),
                        Share.NONE),
                Arguments.of(
                        PersonCheck.CLAIM_IS_COVERED,
                        List.of(
                                covered("m", "2025-01-01", "2025-12-31", "medical_coverage", false),
                                line("c", 1, "2025-06-30"),
                                fill("2025-06-30")),
                        new Share(2, 1)),
                Arguments.of(
                        PersonCheck.CLAIMANT_IS_A_MEMBER,
                        List.of(ALL_YEAR, line("c", 1, "2019-01-01")),
                        new Share(1, 0)),
                Arguments.of(
                        PersonCheck.CLAIM_IS_COVERED,
                        List.of(ENTITLED_TO_NOTHING, fill("2025-06-01")),
                        new Share(1, 1)),
                Arguments.of(
                        PersonCheck.CLAIMANT_IS_A_MEMBER,
                        List.of(ENTITLED_TO_NOTHING, fill("2025-06-01")),
                        new Share(1, 1)),
                Arguments.of(PersonCheck.CLAIMANT_IS_A_MEMBER, List.of(line("c", 1, "2019-01-01")), new Share(1, 1)),
                Arguments.of(PersonCheck.CLAIMANT_IS_A_MEMBER, List.of(ALL_YEAR), Share.NONE),
                Arguments.of(
                        PersonCheck.SPANS_APART,
                        List.of(
                                covered("m", "2025-01-01", "2025-03-31"),
                                covered("m", "2025-04-01", "2025-06-30"),
                                covered("m", "2025-06-30", "2025-12-31"),
                                covered("other", "2025-01-01", "2025-12-31")),
                        new Share(4, 1)),
                Arguments.of(
                        PersonCheck.SPANS_APART,
                        List.of(ALL_YEAR, covered("m", "2025-01-01", "2025-12-31", "plan", "dental")),
                        new Share(2, 0)),
                Arguments.of(PersonCheck.TWELVE_MONTHS_AT_MOST, List.of(ALL_YEAR), new Share(1, 0)),
                Arguments.of(
                        PersonCheck.TWELVE_MONTHS_AT_MOST,
                        List.of(ALL_YEAR, covered("m", "2025-12-01", "2025-12-31")),
                        new Share(1, 1)),
                Arguments.of(
                        PersonCheck.LINES_ADD_UP,
                        List.of(
                                line("c", 0, "2025-01-01", "paid_amount", "100.00"),
                                line("c", 1, "2025-01-01", "paid_amount", "60.00"),
                                line("c", 2, "2025-01-01", "paid_amount", "39.99")),
                        new Share(1, 0)),
                Arguments.of(
                        PersonCheck.LINES_ADD_UP,
                        List.of(
                                line("c", 0, "2025-01-01", "paid_amount", "100.00"),
                                line("c", 1, "2025-01-01", "paid_amount", "99.98")),
                        new Share(1, 1)),
                Arguments.of(
                        PersonCheck.LINES_ADD_UP,
                        List.of(line("c", 1, "2025-01-01", "paid_amount", "99.98")),
                        Share.NONE),
                Arguments.of(
                        PersonCheck.CLAIM_COUNTED_ONCE,
                        List.of(
                                service("a", "2025-05-05", "80.00"),
                                service("b", "2025-05-05", "80.00"),
                                service("c", "2025-05-06", "80.00"),
                                service("d", "2025-05-05", "81.00")),
                        new Share(4, 1)),
                Arguments.of(
                        PersonCheck.ONE_BIRTH_DATE_A_NUMBER,
                        List.of(
                                patient("mbi", MBI, "birth_date", "1950-01-01"),
                                covered("m", "2025-01-01", "2025-12-31", "mbi", MBI, "birth_date", "1950-01-01")),
                        new Share(1, 0)),
                Arguments.of(
                        PersonCheck.ONE_BIRTH_DATE_A_NUMBER,
                        List.of(
                                patient("mbi", MBI, "birth_date", "1950-01-01"),
                                covered("m", "2025-01-01", "2025-12-31", "mbi", MBI, "birth_date", "1950-10-01")),
                        new Share(1, 1)),
                Arguments.of(
                        PersonCheck.COVERED_HAS_CLAIM, List.of(ALL_YEAR, line("c", 1, "2025-12-31")), new Share(1, 0)),
                Arguments.of(
                        PersonCheck.COVERED_HAS_CLAIM, List.of(ALL_YEAR, line("c", 1, "2024-12-31")), new Share(1, 1)),
                Arguments.of(PersonCheck.COVERED_HAS_CLAIM, List.of(line("c", 1, "2025-06-30")), Share.NONE),
                Arguments.of(
                        PersonCheck.ONE_CURRENT_NUMBER,
                        List.of(replaced(OLD, MBI, "2020-01-01"), replaced(MBI, NEW, "2024-01-01")),
                        new Share(1, 0)),
                Arguments.of(
                        PersonCheck.ONE_CURRENT_NUMBER,
                        List.of(replaced(OLD, MBI, "2020-01-01"), replaced(MBI, OLD, "2024-01-01")),
                        new Share(1, 1)),
                Arguments.of(
                        PersonCheck.ONE_CURRENT_NUMBER,
                        List.of(replaced(OLD, MBI, "2020-01-01"), replaced("3SG4TE5MK73", NEW, "2024-01-01")),
                        new Share(1, 1)),
                Arguments.of(
                        PersonCheck.ONE_CURRENT_NUMBER,
                        List.of(replaced(OLD, NEW, "2024-01-01"), replaced(OLD, MBI, "2020-01-01")),
                        new Share(1, 0)),
                Arguments.of(
                        PersonCheck.ONE_CURRENT_NUMBER,
                        List.of(replaced("m1", MBI, "2020-01-01"), replaced(MBI, MBI, "2020-01-01")),
                        Share.NONE),
                Arguments.of(PersonCheck.RACE_IS_KNOWN, List.of(ALL_YEAR, race("2106-3")), new Share(1, 0)),
                Arguments.of(PersonCheck.RACE_IS_KNOWN, List.of(ALL_YEAR), new Share(1, 1)),
                Arguments.of(PersonCheck.RACE_IS_KNOWN, List.of(covered("m", "2024-01-01", "2024-12-31")), Share.NONE));
    }

    @ParameterizedTest
    @MethodSource("people")
    void personIsCountedForTheirPayer(PersonCheck check, List<CanonicalRow> rows, Share expected) {
        assertThat(count(rows).of(TestRows.PLAN, check)).isEqualTo(expected);
    }

    @Test
    void everyPersonCheckIsSeenToHoldAndToFail() {
        for (PersonCheck check : EnumSet.complementOf(OF_FINAL_ACTION)) {
            List<Share> shares = people().filter(each -> each.get()[0] == check)
                    .map(each -> (Share) each.get()[2])
                    .toList();
            assertThat(shares).as(check.words()).anyMatch(share -> share.bad() < share.of());
            assertThat(shares).as(check.words()).anyMatch(share -> share.bad() > 0);
        }
    }

    @Test
    void onePayersClaimsAreNotExcusedByAnotherPayersCoverage() {
        CanonicalRow elsewhere = new TestRows()
                .row(
                        Table.ELIGIBILITY,
                        TestRows.STATE,
                        "s",
                        "enrollment_start_date",
                        "2025-01-01",
                        "enrollment_end_date",
                        "2025-12-31",
                        "payer_type",
                        "MEDICAID_FFS");
        PersonCounts counts = count(List.of(line("c", 1, "2025-06-30"), elsewhere));
        assertThat(counts.of(TestRows.PLAN, PersonCheck.CLAIM_IS_COVERED)).isEqualTo(new Share(1, 1));
        assertThat(counts.of(TestRows.STATE, PersonCheck.CLAIM_IS_COVERED)).isEqualTo(Share.NONE);
        assertThat(counts.byPayer().keySet()).isSubsetOf(Set.of(TestRows.PLAN, TestRows.STATE));
    }

    @Test
    void monthsAreThePayersOwnAndLinesWithoutCoverageCountToo() {
        List<CanonicalRow> rows = List.of(
                covered("m", "2025-02-16", "2025-04-15"),
                covered("m", "2025-06-01", "2025-06-30", "medical_coverage", false),
                line("c", 1, "2025-03-31"),
                line("c", 2, "2025-03-31"),
                line("d", 1, "2025-12-01"),
                line("e", 1, "2024-03-31"));
        PersonResolver resolver = new PersonResolver(YEAR, TestRows.DROPS, PersonPolicy.standard());
        assertThat(new PersonRules(YEAR).months(resolver.resolve("p", rows), rows))
                .isEqualTo(Map.of(TestRows.PLAN, new PersonMonths(0b11L << 26, new TreeMap<>(Map.of(3, 2, 12, 1)))));
    }

    private static PersonCounts count(List<CanonicalRow> rows) {
        PersonResolver resolver = new PersonResolver(YEAR, TestRows.DROPS, PersonPolicy.standard());
        return new PersonRules(YEAR).count(resolver.resolve("p", rows), new ArrayList<>(rows));
    }
}
