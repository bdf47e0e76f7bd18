package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.ingest.DropState;
import org.mcpstrata.ingest.FileOutcome;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.link.CompletenessTable;
import org.mcpstrata.link.LinkFinding;
import org.mcpstrata.link.LinkFindings;
import org.mcpstrata.link.LinkMetric;
import org.mcpstrata.link.LinkReport;
import org.mcpstrata.link.LinkTable;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.problem.ProblemCode;

class LinkageTablesTest {
    @Test
    void recordsOfNobodyAreCountedOfTheDropsThatCountOnly() {
        LinkFindings found = LinkageTables.orphans(new IngestResult(
                new Drops(List.of()),
                List.of(),
                List.of(
                        drop("clinic", "d1", DropState.ACCEPTED, 100, 3),
                        drop("clinic", "d2", DropState.ACCEPTED, 50, 2),
                        drop("clinic", "d3", DropState.QUARANTINED, 1_000, 900),
                        drop("plan", "d1", DropState.ACCEPTED, 7, 0)),
                List.of(),
                new TreeSet<>(),
                List.of(),
                4,
                0,
                new TreeMap<>(),
                Map.of()));

        assertThat(found.of(LinkFinding.ofPayer(LinkMetric.RECORDS, "clinic"))).isEqualTo(150);
        assertThat(found.of(LinkFinding.ofPayer(LinkMetric.RECORDS_REJECTED_ORPHAN, "clinic")))
                .isEqualTo(5);
        assertThat(found.of(LinkFinding.ofPayer(LinkMetric.RECORDS, "plan"))).isEqualTo(7);
    }

    @Test
    void aRowThatLostOnePersonBreaksALaw() {
        LinkFindings.Counting counting = new LinkFindings.Counting();
        counting.add(LinkFinding.ofPayer(LinkMetric.MEMBERS, "plan"), 2);
        counting.add(LinkFinding.ofPayer(LinkMetric.MEMBERS_WITHOUT_PARTNER, "plan"), 2);
        counting.add(LinkFinding.ofPayer(LinkMetric.PERSONS, "plan"), 2);
        counting.add(LinkFinding.ofPayer(LinkMetric.PERSONS, LinkFinding.ALL), 2);
        counting.add(new LinkFinding(LinkMetric.PERSONS_ALONE, "", "", null, 0), 2);
        counting.add(new LinkFinding(LinkMetric.PERSONS_OF_SIZE, "", "", null, 1), 2);
        counting.add(LinkFinding.ofPayer(LinkMetric.CLAIM_LINES, "plan"), 9);
        LinkReport report = new LinkReport(counting.counted());
        List<TableRow> rows = new LinkTable("run").rows(counting.counted());

        assertThat(LinkageLaws.linked(rows, report, 9)).hasSize(9).allMatch(Law::holds);
        assertThat(broken(LinkageLaws.linked(rows, report, 8))).hasSize(1);
        for (String metric : List.of("MEMBERS_WITHOUT_PARTNER", "PERSONS_ALONE", "PERSONS_OF_SIZE", "CLAIM_LINES")) {
            assertThat(broken(LinkageLaws.linked(oneLess(rows, "metric", metric, "count"), report, 9)))
                    .as(metric)
                    .isNotEmpty();
        }
    }

    @Test
    void aKindOfMissingThatLostOnePersonBreaksALaw() {
        List<TableRow> rows = new ArrayList<>();
        for (String attribute : List.of("RACE_ETHNICITY", "LANGUAGE", "SEX", "GENDER_IDENTITY")) {
            rows.add(completeness(attribute));
            rows.add(completeness(attribute));
        }

        assertThat(LinkageLaws.completeness(rows, 10)).hasSize(3).allMatch(Law::holds);
        assertThat(broken(LinkageLaws.completeness(oneLess(rows, "attribute", "SEX", "declined"), 10)))
                .hasSize(1);
        assertThat(broken(LinkageLaws.completeness(oneLess(rows, "attribute", "SEX", "administrative"), 10)))
                .hasSize(1);
        assertThat(broken(LinkageLaws.completeness(oneLess(rows, "attribute", "SEX", "people"), 10)))
                .hasSize(2);
    }

    /** Ten people, six of them known. */
    private static TableRow completeness(String attribute) {
        Map<String, Object> values = new TreeMap<>(Map.of(
                "payer_id", "ALL",
                "attribute", attribute,
                "people", 10L,
                "known", 6L,
                "declined", 3L,
                "unknown", 1L,
                "self_report", 2L,
                "administrative", 4L));
        Object[] row = new Object[CompletenessTable.SCHEMA.columns().size()];
        CompletenessTable.SCHEMA
                .columns()
                .forEach(column -> row[column.index()] = switch (column.type()) {
                    case LONG -> values.getOrDefault(column.name(), 0L);
                    case STRING, INT, DATE, MONEY, DECIMAL, DOUBLE, BOOLEAN, LIST, MAP, STRUCTS ->
                        values.get(column.name());
                });
        return new TableRow(CompletenessTable.SCHEMA, row);
    }

    private static List<Law> broken(List<Law> laws) {
        return laws.stream().filter(law -> !law.holds()).toList();
    }

    private static List<TableRow> oneLess(List<TableRow> rows, String key, String value, String count) {
        List<TableRow> changed = new ArrayList<>(rows);
        for (int i = 0; i < changed.size(); i++) {
            TableRow row = changed.get(i);
            if (row.text(key).equals(value) && row.count(count) > 0) {
                Object[] values = row.values().clone();
                values[row.schema().column(count).index()] = row.count(count) - 1;
                changed.set(i, new TableRow(row.schema(), values));
                return changed;
            }
        }
        throw new IllegalArgumentException("no such row");
    }

    private static DropOutcome drop(String payer, String drop, DropState state, long delivered, long orphans) {
        TreeMap<ProblemCode, Long> rejected = new TreeMap<>();
        rejected.put(ProblemCode.ORPHAN, orphans);
        rejected.put(ProblemCode.DUPLICATE_KEY, 1L);
        return new DropOutcome(
                payer,
                drop,
                state,
                "",
                List.of(),
                List.of(new FileOutcome("f", "t", delivered, delivered - orphans - 1, rejected, 0, null)));
    }
}
