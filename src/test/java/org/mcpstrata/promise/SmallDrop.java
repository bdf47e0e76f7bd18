package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.model.Table;
import org.mcpstrata.store.TableReader;
import org.mcpstrata.story.CanonicalDrop;

/** A drop that speaks of few people of an invented population. */
final class SmallDrop {
    private SmallDrop() {}

    /** Members of one payer, who are different people, in order. */
    private static SortedSet<String> members(Path out) throws IOException {
        SortedSet<String> members = new TreeSet<>();
        for (Path file : FileTree.files(out.resolve("drops/bluestone-commercial"))) {
            if (file.toString().contains("/accepted/eligibility/")) {
                try (TableReader rows = TableReader.open(
                        new org.apache.hadoop.fs.Path(file.toUri()), Table.ELIGIBILITY.schema(), new Configuration())) {
                    int column = Table.ELIGIBILITY.column("member_id").index();
                    rows.forEachRemaining(row -> members.add((String) row[column]));
                }
            }
        }
        return members;
    }

    /**
     * Delivers one laboratory value for each of some people.
     *
     * @param out of a run that read the landing folder
     */
    static void deliver(Path landing, Path out, int wanted) throws IOException {
        SortedSet<String> members = members(out);
        assertThat(members).hasSizeGreaterThanOrEqualTo(wanted);
        List<String> lines = new ArrayList<>(List.of(String.join(",", CanonicalDrop.header(Table.OBSERVATION))));
        members.stream()
                .limit(wanted)
                .forEach(member -> lines.add(String.join(
                        ",",
                        CanonicalDrop.record(
                                Table.OBSERVATION,
                                member,
                                Map.of(
                                        "observation_id", "night-" + lines.size(),
                                        "status", "final",
                                        "observation_date", "2025-12-20",
                                        "code_system", "LOINC",
                                        "code", "4548-4",
                                        "value_kind", "QUANTITY",
                                        "value", "7.4",
                                        "unit", "%")))));
        new DropDraft(landing, "bluestone-commercial", "20260201T060000Z-001")
                .createdAt("2026-02-01T06:00:00Z")
                .csv("observations.csv", "observation", String.join("\n", lines) + '\n', wanted)
                .send();
    }
}
