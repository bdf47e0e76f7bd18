package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.report.RateFigures;
import org.mcpstrata.stratify.IndirectLaws;
import org.mcpstrata.stratify.StratifiedResult;
import org.mcpstrata.stratify.StratifyLaws;
import org.mcpstrata.stratify.compare.ComparedRows;
import org.mcpstrata.stratify.compare.ComparisonSides;

/**
 * What was found when all rows of one rate were read back. The laws of {@code stratified_result} hold within a rate, so
 * rates can be looked at side by side.
 *
 * @param compared what they ask of the tables of comparisons
 * @param values those of the rows that the printed summary shows
 * @param figures what the report shows of the rate
 */
record RateLaws(List<Law> laws, ComparisonSides compared, List<Object[]> values, String figures)
        implements Serializable {
    RateLaws {
        laws = List.copyOf(laws);
        requireNonNull(compared, "compared");
        values = List.copyOf(values);
        requireNonNull(figures, "figures");
    }

    static RateLaws of(Iterator<TableRow> rows, ComparedRows compared) {
        StratifyLaws laws = new StratifyLaws();
        List<Object[]> program = new ArrayList<>();
        RateFigures figures = new RateFigures();
        IndirectLaws indirect = new IndirectLaws();
        rows.forEachRemaining(row -> {
            indirect.add(row);
            if (!row.text("method").equals("DIRECT")) {
                return;
            }
            laws.add(row);
            compared.add(row);
            figures.add(row);
            if (ProgramRows.isShown(row)) {
                program.add(row.values());
            }
        });
        List<Law> all = new ArrayList<>(laws.laws());
        all.addAll(indirect.laws());
        return new RateLaws(all, compared.sides(), program, figures.json());
    }

    List<TableRow> program() {
        return values.stream()
                .map(row -> new TableRow(StratifiedResult.SCHEMA, row))
                .toList();
    }
}
