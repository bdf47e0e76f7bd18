package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.model.TestRows.DROPS;
import static org.mcpstrata.model.TestRows.PLAN;
import static org.mcpstrata.model.TestRows.VENDOR;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mcpstrata.canonicalize.CancellationRules;
import org.mcpstrata.link.Mention;
import org.mcpstrata.link.PersonPolicy;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import org.mcpstrata.time.MeasurementPeriod;
import scala.Tuple2;

/** What is told of rows that are left behind because no measure asks for them. */
class RowsOfPersonsTest {
    private static final String PERSON = "P0000000000000001";
    private static final Mention FILLS = new Mention(PLAN, TestRows.FIRST, Table.PHARMACY_CLAIM);

    private final TestRows rows = new TestRows();
    private final List<CanonicalRow> delivered = new ArrayList<>();

    @Test
    void fillsOfManyMembersInAnyOrderTellOnceOfEachMember() {
        for (String member : List.of("a", "b", "a", "c", "b", "a")) {
            fill(PLAN, member, "2025-06-01");
        }

        assertThat(reached(Optional.empty()))
                .containsExactly(
                        PersonRows.naming(new Member(PLAN, "a"), FILLS),
                        PersonRows.naming(new Member(PLAN, "b"), FILLS),
                        PersonRows.naming(new Member(PLAN, "c"), FILLS));
    }

    @Test
    void fillThatWasNotKnownOnTheDayNamesItsMemberAndMakesItNobodysMember() {
        fill(PLAN, "a", "2026-06-01");
        fill(PLAN, "b", "2025-06-01");

        PersonRows reached = PersonRows.of(reached(Optional.of(LocalDate.of(2025, 12, 31))));

        assertThat(reached.members()).containsExactly(new Member(PLAN, "a"), new Member(PLAN, "b"));
        assertThat(reached(Optional.of(LocalDate.of(2025, 12, 31))))
                .containsExactly(
                        PersonRows.naming(new Member(PLAN, "a")), PersonRows.naming(new Member(PLAN, "b"), FILLS));
    }

    @Test
    void dropThatCoversNobodyAndDiagnosesOfClaimsNameTheirMembersOnly() {
        fill(VENDOR, "a", "2025-06-01");
        delivered.add(rows.row(
                Table.CLAIM_DIAGNOSIS,
                PLAN,
                "b",
                "claim_id",
                "c",
                "record_version",
                0,
                "claim_line_number",
                0,
                "sequence",
                1,
                "role",
                "principal",
                "code_system",
                "ICD10CM",
                "code",
                "Z00",
                "claim_start_date",
                "2025-05-05",
                "claim_end_date",
                "2025-05-05"));

        assertThat(reached(Optional.empty()))
                .containsExactly(PersonRows.naming(new Member(VENDOR, "a")), PersonRows.naming(new Member(PLAN, "b")));
    }

    private void fill(String payer, String member, String paid) {
        delivered.add(rows.row(
                Table.PHARMACY_CLAIM,
                payer,
                member,
                "claim_id",
                "c" + delivered.size(),
                "claim_line_number",
                1,
                "record_version",
                0,
                "adjustment_type",
                "ORIGINAL",
                "dispensing_date",
                "2025-05-05",
                "claim_status",
                "paid",
                "paid_date",
                paid));
    }

    /** Everybody is one person of whom no row that counts names every member. */
    private List<byte[]> reached(Optional<LocalDate> asOf) {
        EvaluationRules rules = new EvaluationRules(
                DROPS,
                new MeasurementPeriod(2025),
                PersonPolicy.standard(),
                CancellationRules.PAIR_OFF,
                RunOut.of(asOf));
        PersonIndex index = PersonIndex.of(delivered.stream()
                .map(CanonicalRow::member)
                .distinct()
                .map(member -> new Tuple2<>(member, PERSON))
                .toList());
        PersonSet everybody = PersonSet.ofIds(List.of(PERSON));
        List<byte[]> reached = new ArrayList<>();
        new RowsOfPersons(delivered.iterator(), row -> false, rules::isMention, index, everybody, PersonSet.NOBODY)
                .forEachRemaining(entry -> reached.add(entry._2()));
        return reached;
    }
}
