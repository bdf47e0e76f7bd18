package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.broadcast.Broadcast;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.publish.Reread;
import org.mcpstrata.publish.SparkTables;
import org.mcpstrata.publish.Staging;
import org.mcpstrata.publish.WrittenTable;
import org.mcpstrata.report.Shown;
import org.mcpstrata.stratify.ResultScope;
import org.mcpstrata.stratify.SentResult;
import org.mcpstrata.stratify.compare.ComparisonLaws;
import org.mcpstrata.stratify.compare.ComparisonRule;
import org.mcpstrata.stratify.compare.ComparisonSides;
import org.mcpstrata.stratify.compare.DisparitySummaries;
import org.mcpstrata.stratify.compare.StratumComparisons;

/** Writes {@code stratum_comparison} and {@code disparity_summary}, reads them back and holds their laws against the rows. */
final class ComparisonTables {
    static final String COMPARISON = "restricted/stratum_comparison";

    private static final String SUMMARY = "restricted/disparity_summary";

    /** Entities and payer scopes of one file: a fixed rule, some ten thousand rows. */
    private static final int SCOPES = 64;

    private final SparkTables tables;
    private final Staging staging;
    private final ComparisonRule rule;

    ComparisonTables(SparkTables tables, Staging staging, ComparisonRule rule) {
        this.tables = requireNonNull(tables, "tables");
        this.staging = requireNonNull(staging, "staging");
        this.rule = requireNonNull(rule, "rule");
    }

    /** The entities and payer scopes of one file. */
    private record Slice(List<ResultScope> scopes) implements Serializable {
        static List<Slice> of(List<ResultScope> all) {
            List<ResultScope> compared =
                    all.stream().filter(StratumComparisons::compares).toList();
            List<Slice> slices = new ArrayList<>();
            for (int from = 0; from < compared.size(); from += SCOPES) {
                slices.add(
                        new Slice(new ArrayList<>(compared.subList(from, Math.min(compared.size(), from + SCOPES)))));
            }
            return slices;
        }
    }

    /** Writes both, each file by a task of its own; a family of tests is never cut in two. */
    void write(Broadcast<SentResult> sent, List<ResultScope> scopes) {
        List<Slice> slices = Slice.of(scopes);
        ComparisonRule sentRule = rule;
        write(COMPARISON, StratumComparisons.SCHEMA, slices, scope -> new StratumComparisons(
                        sent.value().values(scope), sentRule)
                .rows());
        write(SUMMARY, DisparitySummaries.SCHEMA, slices, scope -> new DisparitySummaries(
                        sent.value().values(scope), sentRule)
                .rows());
    }

    private interface ScopeRows extends Serializable {
        Stream<TableRow> of(ResultScope scope);
    }

    private void write(String table, TableSchema schema, List<Slice> slices, ScopeRows rows) {
        tables.write(staging, table, schema, slices, slice -> slice.scopes().stream()
                .flatMap(scope -> rows.of(scope))
                .iterator());
    }

    /** Both tables as they are on disk. */
    record Found(Reread<Side> comparisons, Reread<Side> summaries) {
        List<Law> laws(ComparisonSides asked) {
            return Stream.concat(comparisons.found().stream(), summaries.found().stream())
                    .map(Side::laws)
                    .reduce(new ComparisonLaws(), ComparisonLaws::plus)
                    .laws(asked);
        }

        /** Those that the report shows. */
        List<TableRow> reported() {
            return comparisons.found().stream()
                    .flatMap(side -> side.reported().stream())
                    .map(row -> new TableRow(StratumComparisons.SCHEMA, row))
                    .toList();
        }

        /** Those that the printed summary shows. */
        List<TableRow> program() {
            return reported().stream().filter(ProgramRows::isShownComparison).toList();
        }
    }

    /** @param reported rows that the report shows, of which the printed summary takes its own */
    private record Side(ComparisonLaws laws, List<Object[]> reported) implements Serializable {
        static Side ofComparisons(Iterator<TableRow> rows) {
            Side side = new Side(new ComparisonLaws(), new ArrayList<>());
            rows.forEachRemaining(row -> {
                side.laws.compared(row);
                if (Shown.comparison(row)) {
                    side.reported.add(row.values());
                }
            });
            return side;
        }

        static Side ofSummaries(Iterator<TableRow> rows) {
            Side side = new Side(new ComparisonLaws(), new ArrayList<>());
            rows.forEachRemaining(side.laws::summarised);
            return side;
        }
    }

    Found reread() {
        WrittenTable comparisons = staging.tables().get(COMPARISON);
        WrittenTable summaries = staging.tables().get(SUMMARY);
        return new Found(
                tables.reread(staging, comparisons, files(comparisons), Side::ofComparisons),
                tables.reread(staging, summaries, files(summaries), Side::ofSummaries));
    }

    private static List<List<String>> files(WrittenTable table) {
        return table.parts().stream().map(part -> List.of(part.name())).toList();
    }
}
