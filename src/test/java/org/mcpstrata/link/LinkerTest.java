package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.model.TestRows.DROPS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TestRows;
import scala.Tuple2;

/** The distributed linker against the plain one, over partitionings and orders. */
class LinkerTest {
    private static JavaSparkContext spark;

    @BeforeAll
    static void start() {
        spark = new JavaSparkContext(
                new SparkConf().setMaster("local[2]").setAppName("link").set("spark.ui.enabled", "false"));
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    /** Forty people known to two payers by number or name, and ten that only claims speak of. */
    private static List<CanonicalRow> population() {
        TestRows rows = new TestRows();
        List<CanonicalRow> all = new ArrayList<>();
        for (int i = 10; i < 50; i++) {
            String mbi = "1S00A00AA" + i;
            String name = "Person" + (char) ('a' + i % 10) + (char) ('a' + i / 10);
            Object[] who = {
                "mbi", mbi, "last_name", name, "first_name", "Ana", "birth_date", "1950-02-03", "gender", "female"
            };
            all.add(rows.row(Table.PATIENT, TestRows.FFS, mbi, who));
            boolean byNumber = i % 2 == 0;
            all.add(rows.row(
                    Table.PATIENT,
                    TestRows.PLAN,
                    "p" + i,
                    "mbi",
                    byNumber ? mbi : null,
                    "last_name",
                    byNumber ? null : name,
                    "first_name",
                    "Ana",
                    "birth_date",
                    "1950-02-03",
                    "gender",
                    "female"));
            if (i < 20) {
                all.add(rows.row(
                        Table.CLAIM_PROCEDURE,
                        TestRows.STATE,
                        "s" + i,
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
            }
        }
        return all;
    }

    private static Map<Member, String> persons(LinkResult result) {
        return result.personOf().stream().collect(Collectors.toMap(Tuple2::_1, Tuple2::_2));
    }

    @Test
    void partitioningAndOrderNeverChangeAPerson() {
        Map<Member, String> expected = null;
        LinkReport reported = null;
        for (int partitions : new int[] {1, 3, 7}) {
            List<CanonicalRow> rows = TestRows.shuffled(population(), partitions);
            LinkResult result = Linker.link(spark.parallelize(rows, partitions), DROPS, ClustersTest.KEY);
            SortedMap<Member, String> persons = new TreeMap<>(persons(result));
            assertThat(persons).hasSize(90);
            assertThat(result.report().persons()).isEqualTo(50);
            assertThat(result.report().laws()).allMatch(Law::holds);
            assertThat(result.report().links()).containsEntry(LinkPass.MBI, 20L).containsEntry(LinkPass.NAME_SEX, 20L);
            expected = expected == null ? persons : expected;
            assertThat(persons).isEqualTo(expected);
            reported = reported == null ? result.report() : reported;
            assertThat(result.report()).isEqualTo(reported);
        }
    }

    @Test
    void clusterAgreesWithThePlainLinkerOnEveryPersonAndOnTheReport() {
        SortedMap<Member, IdentityEvidence> evidence = new TreeMap<>();
        for (CanonicalRow row : population()) {
            evidence.merge(
                    row.member(),
                    IdentityEvidence.of(row, DROPS, new NameKeys(ClustersTest.KEY)),
                    IdentityEvidence::plus);
        }
        Clusters.Result plain =
                Clusters.of(evidence.values().stream().map(MemberIdentity::of).toList());
        SortedMap<Member, String> expected = new TreeMap<>();
        PersonIds ids = new PersonIds(ClustersTest.KEY);
        plain.clusters().forEach(person -> person.members()
                .forEach(member -> expected.put(member, ids.of(person.stableKey()))));

        LinkResult result = Linker.link(spark.parallelize(population(), 5), DROPS, ClustersTest.KEY);

        assertThat(new TreeMap<>(persons(result))).isEqualTo(expected);
        assertThat(result.report()).isEqualTo(plain.report());
    }

    @Test
    void personOfANumberAndOfANameIsTheSameAtBothPayers() {
        LinkResult result = Linker.link(spark.parallelize(population(), 4), DROPS, ClustersTest.KEY);
        Map<Member, String> persons = persons(result);

        for (int i = 10; i < 50; i++) {
            assertThat(persons.get(new Member(TestRows.PLAN, "p" + i)))
                    .isEqualTo(persons.get(new Member(TestRows.FFS, "1S00A00AA" + i)));
        }
    }

    @Test
    void memberKnownFromClaimsAloneHasTheSamePersonIdWithAndWithoutARow() {
        LinkResult result = Linker.link(spark.parallelize(population(), 4), DROPS, ClustersTest.KEY);
        Member unlinked = new Member(TestRows.STATE, "s12");

        assertThat(persons(result))
                .containsEntry(unlinked, new PersonIds(ClustersTest.KEY).of(MemberIdentity.memberKey(unlinked)));
    }

    @Test
    void noMembersAreNoPersons() {
        LinkResult result = Linker.link(spark.emptyRDD(), DROPS, ClustersTest.KEY);

        assertThat(result.personOf()).isEmpty();
        assertThat(result.report()).isEqualTo(LinkReport.NONE);
    }

    @Test
    void practiceLiesInOneStateWhateverItsPayersSay() {
        TestRows rows = new TestRows();
        List<CanonicalRow> said = List.of(
                attribution(rows, TestRows.FIRST, TestRows.PLAN, "NM"),
                attribution(rows, TestRows.SECOND, TestRows.STATE, "CO"),
                attribution(rows, TestRows.SECOND, TestRows.PLAN, "WA"),
                rows.row(Table.PATIENT, TestRows.CLINIC, "c", "practice_id", "org-1"),
                rows.row(Table.PROVIDER, TestRows.CLINIC, "org-1", "provider_name", "East", "address_state", "NY"));
        PersonPolicy policy = PersonPolicy.standard().withPayerOrder(List.of(TestRows.STATE));
        for (int partitions : new int[] {1, 4}) {
            SortedMap<String, Practice> practices = new PracticeDirectory(DROPS, policy)
                    .of(spark.parallelize(TestRows.shuffled(said, partitions), partitions));
            assertThat(practices).containsOnlyKeys("A", "org-1");
            assertThat(practices.get("A").state()).isEqualTo("CO");
            assertThat(practices.get("org-1").state()).isEqualTo("NY");
        }
    }

    private static CanonicalRow attribution(TestRows rows, String drop, String payer, String state) {
        return rows.inDrop(
                drop,
                Table.ATTRIBUTION,
                payer,
                "m",
                "practice_id",
                "A",
                "state",
                state,
                "track",
                1,
                "participant_type",
                "STANDARD",
                "start_date",
                "2025-01-01",
                "end_date",
                "9999-12-31");
    }
}
