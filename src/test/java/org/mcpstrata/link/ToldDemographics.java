package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.model.TestRows.DROPS;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.ResolvedAttribute;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.time.MeasurementPeriod;

/** What payers tell of the race and ethnicity of one person, and what follows from it for 2025. */
final class ToldDemographics {
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
        row(Table.DEMOGRAPHICS, payer, values("race", method, observed, code));
    }

    void raceInNewerDrop(String payer, String method, String observed, String code) {
        evidence.add(
                rows.inDrop(TestRows.SECOND, Table.DEMOGRAPHICS, payer, "m", values("race", method, observed, code)));
    }

    void ethnicity(String payer, String method, String observed, String code) {
        row(Table.DEMOGRAPHICS, payer, values("ethnicity", method, observed, code));
    }

    /** An answer to the one question of 2024 that asks for race and ethnicity together. */
    void combined(String payer, String observed, String code) {
        row(
                Table.DEMOGRAPHICS,
                payer,
                "attribute",
                "race",
                "method",
                "SELF_REPORT",
                "observed_date",
                observed,
                "value",
                code,
                "collected_under",
                "2024");
    }

    void noRace(String payer, String method, String observed, String reason) {
        row(
                Table.DEMOGRAPHICS,
                payer,
                "attribute",
                "race",
                "method",
                method,
                "observed_date",
                observed,
                "missing_reason",
                reason);
    }

    private static Object[] values(String attribute, String method, String observed, String code) {
        return new Object[] {"attribute", attribute, "method", method, "observed_date", observed, "value", code};
    }
}
