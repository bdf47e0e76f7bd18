package org.mcpstrata.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.run.RestrictedTables;

/** One page with every column of every table that a run leaves behind. */
class ResultsDictionaryPageTest {
    /** What proves a release; restricted as well, below {@code restricted/releases/<release-id>/}. */
    private static final List<String> PROOFS = List.of("suppression_audit", "suppression_certificate");

    /** Tables of a release, each called as without {@code public_}. */
    private static final List<String> PUBLIC = List.of(
            "public_stratified_result",
            "public_stratum_comparison",
            "public_disparity_summary",
            "public_dim_measure",
            "public_dim_stratum",
            "public_dim_entity");

    /** Tables that drops become or that stand beside them, which the data contract describes. */
    private static final List<String> OF_DROPS = List.of("_provenance", "race_probability", "rejects");

    @Test
    void pageListsEveryColumnOfEveryResultTable() throws IOException {
        StringBuilder page = new StringBuilder("""
                # Results dictionary

                Every table of `runs/<run-id>/restricted/`, with what each column means and when it is absent. Made from
                `src/main/resources/tables`; the same files make the schema of the Parquet files. All of it is restricted:
                small groups can reveal a person.
                """);
        for (TableSchema table : RestrictedTables.SCHEMAS) {
            describe(page, table.name());
        }
        page.append(
                "\n# What proves a release\n\nBelow `restricted/releases/<release-id>/`; as restricted as the results.\n");
        for (String table : PROOFS) {
            describe(page, table);
        }
        page.append(
                "\n# Tables of a release\n\nBelow `releases/<release-id>/tables/`, without `public_`; [the public tier](public-tier.md)\n");
        page.append("says what is never in them.\n");
        for (String table : PUBLIC) {
            describe(page, table);
        }
        GeneratedPage.check("results-dictionary.md", page.toString());
    }

    @Test
    void noResultTableIsForgotten() throws IOException {
        TreeSet<String> known = new TreeSet<>();
        RestrictedTables.SCHEMAS.forEach(table -> known.add(table.name()));
        known.addAll(OF_DROPS);
        known.addAll(PROOFS);
        known.addAll(PUBLIC);
        Stream.of(Table.values()).map(Table::tableName).forEach(known::add);
        try (Stream<Path> files = Files.list(ColumnTable.FILES)) {
            TreeSet<String> found = files.map(
                            file -> file.getFileName().toString().replace(".txt", ""))
                    .filter(name -> !name.contains("."))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(found).isEqualTo(known);
        }
    }

    private static void describe(StringBuilder page, String table) throws IOException {
        page.append("\n## ").append(table).append('\n').append(ColumnTable.remarks(table));
        page.append(ColumnTable.of(TableSchema.load(table, List.of())));
    }
}
