package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.mcpstrata.link.Mention;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.model.RowBuilder;
import org.mcpstrata.model.Table;
import org.mcpstrata.publish.SparkTables;
import org.mcpstrata.store.RowCodec;
import scala.Tuple2;

class PersonShuffleTest {
    @Test
    void rowOrderAndInputPartitionsChangeNothing() {
        List<Tuple2<String, byte[]>> rows = rows();
        SparkConf conf = new SparkConf()
                .setMaster("local[2]")
                .setAppName("person shuffle")
                .set("spark.ui.enabled", "false");
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            List<List<Tuple2<String, PersonRows>>> answers = new ArrayList<>();
            for (int partitions : new int[] {1, 3, 7}) {
                Collections.shuffle(rows, new Random(partitions));
                answers.add(PersonShuffle.gather(spark.parallelizePairs(rows, partitions), SparkTables.ranges(1))
                        .collect());
            }

            assertThat(answers.get(0)).hasSize(50).isEqualTo(answers.get(1)).isEqualTo(answers.get(2));
            assertThat(answers.get(0)).extracting(Tuple2::_1).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void memberWithoutARowIsNamedOnceHoweverManyTasksNameIt() {
        List<byte[]> entries = List.of(
                PersonRows.naming(new Member("payer", "m2")),
                RowCodec.encode(row("m3", 1)),
                PersonRows.naming(new Member("payer", "m2")),
                PersonRows.naming(new Member("payer", "m3")),
                PersonRows.naming(new Member("other", "with\na break")));

        PersonRows reached = PersonRows.of(entries);

        assertThat(reached.members())
                .containsExactly(
                        new Member("other", "with\na break"), new Member("payer", "m2"), new Member("payer", "m3"));
        assertThat(reached.rows()).containsExactly(row("m3", 1));
    }

    @Test
    void whatIsLeftBehindSpeaksOfThePersonOnceForEachDropAndTable() {
        Member member = new Member("payer", "with\na break");
        Mention fills = new Mention("payer", "drop", Table.PHARMACY_CLAIM);
        Mention results = new Mention("payer", "drop", Table.OBSERVATION);

        PersonRows reached = PersonRows.of(List.of(
                PersonRows.naming(member, results),
                PersonRows.naming(member, fills),
                PersonRows.naming(member),
                PersonRows.naming(member, fills)));

        assertThat(reached.members()).containsExactly(member);
        assertThat(reached.leftBehind()).containsExactlyInAnyOrder(fills, results);
        assertThat(reached.rows()).isEmpty();
    }

    private static List<Tuple2<String, byte[]>> rows() {
        List<Tuple2<String, byte[]>> rows = new ArrayList<>();
        for (int person = 0; person < 50; person++) {
            String personId = String.format("P%016x", person * 0x0123456789abcdefL & Long.MAX_VALUE);
            for (int line = 1; line <= 5; line++) {
                rows.add(new Tuple2<>(personId, RowCodec.encode(row("m" + person, line))));
            }
        }
        return rows;
    }

    private static CanonicalRow row(String member, int line) {
        return new RowBuilder(Table.MBI_CROSSWALK)
                .provenance(new Provenance("payer", "drop", "file", line), member)
                .build();
    }
}
