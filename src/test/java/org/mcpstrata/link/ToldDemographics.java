package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.model.TestRows.DROPS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.ResolvedAttribute;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.time.MeasurementPeriod;

/** What payers tell of the race and ethnicity of one person, and what follows from it for 2025. */
final class ToldDemographics {
    static final String AIAN = "1002-5";
    static final String ASIAN = "2028-9";
    static final String BLACK = "2054-5";
    static final String WHITE = "2106-3";
    static final String HISPANIC = "2135-2";
    static final String NOT_HISPANIC = "2186-5";
    static final String SELF = "SELF_REPORT";
    static final String ADMINISTRATIVE = "ADMINISTRATIVE";

    private final TestRows rows = new TestRows();
    private final List<CanonicalRow> evidence = new ArrayList<>();
    private PersonPolicy policy = PersonPolicy.standard();

    void under(PersonPolicy other) {
        policy = other;
    }

    void forget() {
        evidence.clear();
    }

    /** The resolved answer, which does not depend on the order of rows. */
    ResolvedAttribute race() {
        Demographics demographics = new Demographics(new MeasurementPeriod(2025), DROPS, policy);
        ResolvedAttribute answer = demographics.resolve(evidence).get(Attribute.RACE_ETHNICITY);
        for (long seed = 0; seed < 20; seed++) {
            assertThat(demographics.resolve(TestRows.shuffled(evidence, seed)).get(Attribute.RACE_ETHNICITY))
                    .isEqualTo(answer);
        }
        return answer;
    }

    void row(Table table, String payer, Object... values) {
        evidence.add(rows.row(table, payer, "m", values));
    }

    /** @param observed null for an answer without a date */
    void race(String payer, String method, String observed, String code) {
        row(Table.DEMOGRAPHICS, payer, told("race", method, observed, "value", code));
    }

    /** An answer without a date, told before a member's Medicare number was replaced, and coverage told after it. */
    void undatedRaceThenCoverageUnderANewNumber(String payer, String old, String current, String code) {
        Object[] undated = {"attribute", "race", "method", ADMINISTRATIVE, "value", code};
        evidence.add(rows.inDrop(TestRows.FIRST, Table.DEMOGRAPHICS, payer, old, undated));
        evidence.add(rows.inDrop(TestRows.SECOND, Table.MBI_CROSSWALK, payer, old, "mbi", current));
        evidence.add(rows.inDrop(
                TestRows.SECOND,
                Table.ELIGIBILITY,
                payer,
                current,
                "payer_type",
                "MEDICARE_FFS",
                "enrollment_start_date",
                "2025-01-01",
                "enrollment_end_date",
                "9999-12-31"));
    }

    /** After the member's Medicare number was replaced; the crosswalk says so. */
    void raceUnderANewNumber(String payer, String old, String current, String first, String corrected) {
        Object[] before = told("race", ADMINISTRATIVE, "2025-01-01", "value", first);
        Object[] after = told("race", ADMINISTRATIVE, "2025-01-01", "value", corrected);
        evidence.add(rows.inDrop(TestRows.FIRST, Table.DEMOGRAPHICS, payer, old, before));
        evidence.add(rows.inDrop(TestRows.SECOND, Table.DEMOGRAPHICS, payer, current, after));
        evidence.add(rows.inDrop(TestRows.SECOND, Table.MBI_CROSSWALK, payer, old, "mbi", current));
    }

    void raceInNewerDrop(String payer, String method, String observed, String code) {
        evidence.add(rows.inDrop(
                TestRows.SECOND, Table.DEMOGRAPHICS, payer, "m", told("race", method, observed, "value", code)));
    }

    void inNewerDrop(Table table, String payer, Object... values) {
        evidence.add(rows.inDrop(TestRows.SECOND, table, payer, "m", values));
    }

    void ethnicity(String payer, String method, String observed, String code) {
        row(Table.DEMOGRAPHICS, payer, told("ethnicity", method, observed, "value", code));
    }

    /** An answer to the one question of 2024 that asks for race and ethnicity together. */
    void combined(String payer, String observed, String code) {
        row(Table.DEMOGRAPHICS, payer, told("race", SELF, observed, "value", code, "collected_under", "2024"));
    }

    void noRace(String payer, String method, String observed, String reason) {
        row(Table.DEMOGRAPHICS, payer, told("race", method, observed, "missing_reason", reason));
    }

    /** @param more columns and their values */
    private static Object[] told(String attribute, String method, String observed, String... more) {
        return Stream.concat(
                        Stream.of("attribute", attribute, "method", method, "observed_date", observed), Stream.of(more))
                .toArray();
    }
}
