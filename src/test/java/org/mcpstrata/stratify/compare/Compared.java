package org.mcpstrata.stratify.compare;

import static org.mcpstrata.stratify.CountedCrowd.STRATIFIERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mcpstrata.model.ComparedWith;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.stratify.StratifiedResult;

/** All three tables of a result. */
record Compared(List<TableRow> results, List<TableRow> comparisons, List<TableRow> summaries) {
    static final ComparisonRule RULE = new ComparisonRule(
            new TreeMap<>(Map.of("race_eth_2024", "WHITE", "race_eth_1997", "WHITE", "sex", "M", "dual", "NON_DUAL")),
            80);

    static Compared of(StratifiedResult result) {
        List<TableRow> comparisons = new ArrayList<>();
        List<TableRow> summaries = new ArrayList<>();
        result.scopes().stream().filter(StratumComparisons::compares).forEach(scope -> {
            new StratumComparisons(result.values(scope), RULE).rows().forEach(comparisons::add);
            new DisparitySummaries(result.values(scope), RULE).rows().forEach(summaries::add);
        });
        return new Compared(result.rows().toList(), comparisons, summaries);
    }

    List<Law> laws() {
        // Rates are read side by side, as the tasks of a run do.
        ComparisonSides asked = new ComparisonSides();
        for (String rate : results.stream().map(Compared::rate).distinct().toList()) {
            ComparedRows rows = new ComparedRows(STRATIFIERS, RULE);
            results.stream().filter(row -> rate(row).equals(rate)).forEach(rows::add);
            asked = asked.plus(rows.sides());
        }
        ComparisonLaws laws = new ComparisonLaws();
        comparisons.forEach(laws::compared);
        summaries.forEach(laws::summarised);
        return laws.laws(asked);
    }

    private static String rate(TableRow row) {
        return row.text("measure_id") + " " + row.text("rate_id");
    }

    /** The only comparison of everybody in the program. */
    TableRow program(String stratifier, String stratum, ComparedWith with) {
        return entity("PROGRAM", "MCP", stratifier, stratum, with);
    }

    TableRow entity(String type, String id, String stratifier, String stratum, ComparedWith with) {
        List<TableRow> found = comparisons.stream()
                .filter(row -> row.text("entity_type").equals(type)
                        && row.text("entity_id").equals(id)
                        && row.text("payer_scope").equals("ALL")
                        && row.text("stratifier_id").equals(stratifier)
                        && row.text("stratum_id").equals(stratum)
                        && row.text("comparator").equals(with.name()))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " such rows");
        }
        return found.get(0);
    }
}
