package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.model.TestRows.CLINIC;
import static org.mcpstrata.model.TestRows.DROPS;
import static org.mcpstrata.model.TestRows.FFS;
import static org.mcpstrata.model.TestRows.PLAN;
import static org.mcpstrata.model.TestRows.STATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TestRows;

/** The link report of small populations whose every link is known. */
class LinkTableTest {
    private static final String FIRST_MBI = "1S00A00AA00";
    private static final String SECOND_MBI = "2S00A00AA00";
    private static final String THIRD_MBI = "3S00A00AA00";

    private final TestRows rows = new TestRows();
    private final List<CanonicalRow> delivered = new ArrayList<>();

    @Test
    void matchRateOfAPairHasItsOwnBaseInEachDirection() {
        patient(FFS, FIRST_MBI, FIRST_MBI, null);
        patient(PLAN, "p1", FIRST_MBI, null);
        patient(PLAN, "p2", SECOND_MBI, null);
        patient(PLAN, "p3", null, "Ortiz");
        patient(PLAN, "p4", null, "Garcia");

        assertThat(count("MEMBERS_MATCHED_THERE", FFS, PLAN, null)).isEqualTo("1 of 1");
        assertThat(count("MEMBERS_MATCHED_THERE", PLAN, FFS, null)).isEqualTo("1 of 4");
        assertThat(row("MEMBERS_MATCHED_THERE", PLAN, FFS, null).statistic("share"))
                .isEqualTo(0.25);
        assertThat(count("MEMBERS_MATCHED", "ALL", null, null)).isEqualTo("2 of 5");
        assertThat(count("MEMBERS", "ALL", null, null)).isEqualTo("5");
        assertThat(count("PERSONS", "ALL", null, null)).isEqualTo("4");
    }

    @Test
    void payersThatShareNobodyHaveARowThatSaysSo() {
        patient(FFS, FIRST_MBI, FIRST_MBI, null);
        patient(PLAN, "p1", SECOND_MBI, null);

        assertThat(count("PERSONS_SHARED", FFS, PLAN, null)).isEqualTo("0 of 1");
        assertThat(row("PERSONS_SHARED", FFS, PLAN, null).statistic("share")).isZero();
        assertThat(count("LINKS", null, null, LinkPass.NAME_SOUND)).isEqualTo("0 of 0");
        assertThat(row("LINKS", null, null, LinkPass.NAME_SOUND).value("share")).isNull();
    }

    @Test
    void twoMembersOfAPersonAtOnePayerAreTwoMembersAndOneSharedPerson() {
        patient(FFS, FIRST_MBI, FIRST_MBI, null);
        delivered.add(rows.row(Table.MBI_CROSSWALK, FFS, FIRST_MBI, "mbi", SECOND_MBI));
        patient(FFS, SECOND_MBI, SECOND_MBI, null);
        patient(PLAN, "p1", SECOND_MBI, null);

        assertThat(count("MEMBERS_MATCHED_THERE", FFS, PLAN, null)).isEqualTo("2 of 2");
        assertThat(count("PERSONS_SHARED", FFS, PLAN, null)).isEqualTo("1 of 1");
        assertThat(count("PERSONS_TWO_MEMBERS_OF_ONE_PAYER", null, null, LinkPass.MBI))
                .isEqualTo("1 of 1");
        assertThat(count("PERSONS_TWO_CURRENT_MBIS", null, null, null)).isEqualTo("0 of 1");
    }

    @Test
    void personIsCountedOnceUnderTheWeakestPassItNeeded() {
        patient(FFS, FIRST_MBI, FIRST_MBI, "Ortiz");
        patient(PLAN, "p1", FIRST_MBI, null);
        patient(STATE, "s1", null, "Ortiz");
        patient(CLINIC, "c1", null, null);
        crosswalk(CLINIC, "c1", STATE, "s1");
        patient(PLAN, "p2", THIRD_MBI, null);
        patient(CLINIC, "c2", THIRD_MBI, null);

        assertThat(count("LINKS", null, null, null)).isEqualTo("4");
        assertThat(count("LINKS", null, null, LinkPass.MBI)).isEqualTo("2 of 4");
        assertThat(count("LINKS", null, null, LinkPass.CROSSWALK)).isEqualTo("1 of 4");
        assertThat(count("LINKS", null, null, LinkPass.NAME_SEX)).isEqualTo("1 of 4");
        assertThat(count("PERSONS_JOINED", null, null, LinkPass.NAME_SEX)).isEqualTo("1 of 2");
        assertThat(count("PERSONS_JOINED", null, null, LinkPass.MBI)).isEqualTo("1 of 2");
        assertThat(count("PERSONS_JOINED", null, null, LinkPass.CROSSWALK)).isEqualTo("0 of 2");
        assertThat(count("PERSONS_JOINED", null, null, null)).isEqualTo("2 of 2");
        assertThat(sizes()).containsExactly("2: 1 of 2", "4: 1 of 2");
    }

    @Test
    void refusedGroupsStandUnderTheReasonAndThePass() {
        patient(FFS, FIRST_MBI, FIRST_MBI, "Ortiz");
        patient(PLAN, "p1", SECOND_MBI, "Ortiz");
        patient(CLINIC, "c1", null, "Garcia");
        patient(STATE, "s1", null, "Garcia");

        assertThat(count("GROUPS_PROPOSED", null, null, LinkPass.NAME_SEX)).isEqualTo("2");
        assertThat(count("GROUPS_JOINED", null, null, LinkPass.NAME_SEX)).isEqualTo("1 of 2");
        assertThat(count("GROUPS_REFUSED_TWO_MBIS", null, null, LinkPass.NAME_SEX))
                .isEqualTo("1 of 2");
        assertThat(count("GROUPS_REFUSED_BIRTH_DATES", null, null, null)).endsWith(" of 4");
        // The pair that was refused comes up again under its ZIP code and its sound, and is refused again.
        assertThat(count("GROUPS_REFUSED_TWO_MBIS", null, null, null)).isEqualTo("3 of 4");
    }

    @Test
    void nameThatOnePayerHoldsTwiceIsAKeyThatIsNotUnique() {
        patient(PLAN, "p1", null, "Ortiz");
        patient(PLAN, "p2", null, "Ortiz");
        patient(STATE, "s1", null, "Ortiz");

        assertThat(count("KEYS_NOT_UNIQUE", null, null, LinkPass.NAME_SEX)).isEqualTo("1");
        assertThat(count("KEYS_NOT_UNIQUE", null, null, null)).isEqualTo("3");
        assertThat(count("PERSONS_ALONE", null, null, null)).isEqualTo("3 of 3");
    }

    @Test
    void oddPersonsAreProbedUnderThePassThatMadeThem() {
        fullPatient(FFS, FIRST_MBI, FIRST_MBI, "1950-02-03", "female");
        fullPatient(PLAN, "p1", FIRST_MBI, "1951-02-03", "male");
        fullPatient(STATE, "s1", SECOND_MBI, "1960-02-03", "male");
        fullPatient(CLINIC, "c1", SECOND_MBI, "1960-02-03", "unknown");

        assertThat(count("PERSONS_TWO_BIRTH_YEARS", null, null, LinkPass.MBI)).isEqualTo("1 of 2");
        assertThat(count("PERSONS_TWO_SEXES", null, null, LinkPass.MBI)).isEqualTo("1 of 2");
        assertThat(count("PERSONS_TWO_SEXES", null, null, null)).isEqualTo("1 of 2");
        // One field of a birth date may be a typing error: odd, but no conflict.
        assertThat(count("GROUPS_KEPT_BIRTH_DATES", null, null, null)).isEqualTo("0");
    }

    @Test
    void conflictThatACrosswalkMakesIsKeptAndCountedByItsReason() {
        patient(FFS, FIRST_MBI, FIRST_MBI, null);
        patient(CLINIC, "c1", SECOND_MBI, null);
        crosswalk(CLINIC, "c1", FFS, FIRST_MBI);

        assertThat(count("GROUPS_KEPT_TWO_MBIS", null, null, null)).isEqualTo("1");
        assertThat(count("PERSONS_TWO_CURRENT_MBIS", null, null, LinkPass.CROSSWALK))
                .isEqualTo("1 of 1");
    }

    @Test
    void moreMembersThanOnePersonMayHaveAreFound() {
        for (int i = 0; i <= Consistency.MOST_MEMBERS; i++) {
            patient(PLAN, "p" + i, null, null);
            crosswalk(CLINIC, "c1", PLAN, "p" + i);
        }
        patient(CLINIC, "c1", null, null);

        assertThat(count("GROUPS_KEPT_TOO_MANY", null, null, null)).isEqualTo("1");
        assertThat(count("PERSONS_TOO_MANY_MEMBERS", null, null, LinkPass.CROSSWALK))
                .isEqualTo("1 of 1");
    }

    @Test
    void everyMemberIsLinkedOrHasOneReasonWhyNot() {
        patient(PLAN, "linked", FIRST_MBI, null);
        patient(FFS, FIRST_MBI, FIRST_MBI, null);
        patient(PLAN, "nobody-else", null, "Ortiz");
        patient(PLAN, "no-keys", null, null);
        delivered.add(rows.row(
                Table.CLAIM_PROCEDURE,
                PLAN,
                "care-only",
                "claim_id",
                "1",
                "record_version",
                0,
                "sequence",
                1,
                "code_system",
                "ICD10PCS",
                "code",
                "0DBN8ZX"));

        assertThat(count("MEMBERS_LINKED", PLAN, null, null)).isEqualTo("1 of 4");
        assertThat(count("MEMBERS_WITHOUT_PARTNER", PLAN, null, null)).isEqualTo("1 of 4");
        assertThat(count("MEMBERS_WITHOUT_KEYS", PLAN, null, null)).isEqualTo("1 of 4");
        assertThat(count("MEMBERS_WITHOUT_IDENTITY_ROW", PLAN, null, null)).isEqualTo("1 of 4");
        assertThat(count("MEMBERS_LINKED", "ALL", null, null)).isEqualTo("2 of 5");
    }

    @Test
    void findingsOfTwoHalvesAddUpToThoseOfTheWhole() {
        patient(FFS, FIRST_MBI, FIRST_MBI, null);
        patient(PLAN, "p1", FIRST_MBI, null);
        LinkFindings one = findings();
        delivered.clear();
        patient(PLAN, "p2", null, "Ortiz");
        LinkFindings other = findings();
        patient(FFS, FIRST_MBI, FIRST_MBI, null);
        patient(PLAN, "p1", FIRST_MBI, null);

        assertThat(one.plus(other)).isEqualTo(other.plus(one)).isEqualTo(findings());
    }

    private List<String> sizes() {
        return table().stream()
                .filter(row -> row.text("metric").equals("PERSONS_OF_SIZE"))
                .map(row -> row.value("size") + ": " + row.count("count") + " of " + row.count("of"))
                .toList();
    }

    private String count(String metric, String payer, String partner, LinkPass pass) {
        TableRow row = row(metric, payer, partner, pass);
        return row.count("count") + (row.count("of") == null ? "" : " of " + row.count("of"));
    }

    private TableRow row(String metric, String payer, String partner, LinkPass pass) {
        List<TableRow> found = table().stream()
                .filter(row -> row.text("metric").equals(metric))
                .filter(row -> Objects.equals(row.text("payer_a"), payer))
                .filter(row -> Objects.equals(row.text("payer_b"), partner))
                .filter(row -> Objects.equals(row.text("pass"), pass == null ? null : pass.name()))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<TableRow> table() {
        return new LinkTable("run").rows(findings());
    }

    private LinkFindings findings() {
        SortedMap<Member, IdentityEvidence> evidence = new TreeMap<>();
        for (CanonicalRow row : delivered) {
            evidence.merge(
                    row.member(),
                    IdentityEvidence.of(row, DROPS, new NameKeys(ClustersTest.KEY)),
                    IdentityEvidence::plus);
        }
        LinkReport report = Clusters.of(
                        evidence.values().stream().map(MemberIdentity::of).toList())
                .report();
        assertThat(report.laws()).allMatch(Law::holds);
        return report.findings();
    }

    /** A patient with an identifier, with a whole name, with both or with neither. */
    private void patient(String payer, String id, String mbi, String lastName) {
        boolean named = lastName != null;
        delivered.add(rows.row(
                Table.PATIENT,
                payer,
                id,
                "mbi",
                mbi,
                "last_name",
                lastName,
                "first_name",
                named ? "Ana" : null,
                "birth_date",
                named ? "1950-02-03" : null,
                "gender",
                named ? "female" : null,
                "address_zip",
                named ? "87501" : null));
    }

    private void fullPatient(String payer, String id, String mbi, String birth, String sex) {
        delivered.add(rows.row(Table.PATIENT, payer, id, "mbi", mbi, "birth_date", birth, "gender", sex));
    }

    private void crosswalk(String payer, String id, String otherPayer, String otherId) {
        delivered.add(
                rows.row(Table.MBI_CROSSWALK, payer, id, "other_payer_id", otherPayer, "other_member_id", otherId));
    }
}
