package org.mcpstrata.protect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.DerivedRate;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

/** The dimensions of the public tier: what the keys mean, and how the counts add up. */
public final class PublicDimensions {
    public static final TableSchema MEASURE = TableSchema.load("public_dim_measure", List.of());
    public static final TableSchema STRATUM = TableSchema.load("public_dim_stratum", List.of());
    public static final TableSchema ENTITY = TableSchema.load("public_dim_entity", List.of());

    /** A tax number says nothing that a reader of measures needs. */
    private static final Set<String> RESTRICTED = Set.of("tin");

    private static final Set<String> PUBLISHED = Set.of(PublicTable.PRACTICE, PublicTable.STATE, PublicTable.PROGRAM);

    private static final String RULE = "rule";
    private static final String PRACTICE_FACT = "practice fact";

    private PublicDimensions() {}

    /** Rates of published measures, from the restricted rows. */
    public static List<TableRow> measures(Iterable<TableRow> restricted, GatedRelease gated) {
        RateLinks links = gated.links();
        Map<RateName, RateName> wholeOf = new HashMap<>();
        links.parts().forEach((whole, parts) -> parts.forEach(part -> wholeOf.put(part, whole)));
        List<TableRow> rows = new ArrayList<>();
        for (TableRow row : restricted) {
            RateName verdicts = new RateName(row.text("measure_id"), row.text("verdicts_of"));
            if (gated.measures().contains(row.text("measure_id"))
                    && !links.left().contains(verdicts)
                    && !row.text("unit").equals(DerivedRate.IMPROVEMENT_UNIT)) {
                RateName population = links.populations().getOrDefault(verdicts, verdicts);
                rows.add(copy(row, MEASURE)
                        .set("unit", PublicFigures.unit(row))
                        .set("adds_to", name(wholeOf.get(verdicts)))
                        .set("narrows", name(links.narrows().get(verdicts)))
                        .set("population_id", population.measureId() + " " + population.rateId())
                        .set("same_counts", sameCounts(links, verdicts))
                        .build());
            }
        }
        return rows;
    }

    /** By count: the rate whose count it is, too; null where every count is the rate's own. */
    private static SortedMap<String, String> sameCounts(RateLinks links, RateName verdicts) {
        SortedMap<String, String> same = new TreeMap<>();
        links.same().forEach((count, firsts) -> {
            RateName first = firsts.get(verdicts);
            if (first != null && count != Count.INITIAL_POPULATION) {
                same.put(count.column(), first.measureId() + " " + first.rateId());
            }
        });
        return same.isEmpty() ? null : same;
    }

    private static String name(RateName rate) {
        return rate == null ? null : rate.rateId();
    }

    /** How a stratum comes about; absent parts are null. */
    public record Meaning(String attribute, String rule, List<String> answers, String wins) {}

    /** What the strata of a stratifier mean. */
    public interface Meanings {
        Optional<Meaning> of(String stratifierId, String stratumId);
    }

    /** Strata of the stratifiers that a release shows, from the restricted rows, and the merged ones that it publishes. */
    public static List<TableRow> strata(
            Iterable<TableRow> restricted, Iterable<TableRow> published, GatedRelease gated, Meanings meanings) {
        SortedMap<String, Set<Level>> shown = new TreeMap<>();
        published.forEach(row -> shown.computeIfAbsent(row.text("stratifier_id"), id -> new HashSet<>())
                .add(new Level(
                        row.text("entity_type"),
                        row.text("payer_scope").equals(PublicTable.ALL),
                        row.text("stratifier_id"))));
        List<TableRow> rows = new ArrayList<>();
        Map<String, TableRow> first = new HashMap<>();
        for (TableRow row : restricted) {
            String stratifier = row.text("stratifier_id");
            if (shown.containsKey(stratifier)) {
                rows.add(finest(row, gated, meanings));
                first.putIfAbsent(stratifier, rows.get(rows.size() - 1));
            }
        }
        shown.forEach((stratifier, levels) -> {
            SortedMap<String, MergedStrata.Stratum> merged = new TreeMap<>();
            levels.forEach(level -> gated.merged().published(level).values().stream()
                    .filter(stratum -> !stratum.merges().isEmpty())
                    .forEach(stratum -> merged.put(stratum.id(), stratum)));
            merged.values().forEach(stratum -> rows.add(merged(first.get(stratifier), stratum)));
        });
        rows.sort(Comparator.comparing((TableRow row) -> row.text("stratifier_id"))
                .thenComparing(row -> (Integer) row.value("stratum_order"))
                .thenComparing(row -> row.list("merges").size())
                .thenComparing(row -> row.text("stratum_id")));
        return rows;
    }

    private static TableRow finest(TableRow row, GatedRelease gated, Meanings meanings) {
        String stratifier = row.text("stratifier_id");
        String stratum = row.text("stratum_id");
        TableRow.Builder out = copy(row, STRATUM)
                .set("people_id", gated.shared().people(stratifier, stratum).orElse(null));
        if (Practices.isFact(stratifier)) {
            out.set("attribute", "practice:" + stratifier)
                    .set(RULE, PRACTICE_FACT)
                    .set("answers", gated.practices().answers(stratifier, stratum));
        } else {
            meanings.of(stratifier, stratum).ifPresent(meaning -> out.set("attribute", meaning.attribute())
                    .set(RULE, meaning.rule())
                    .set("answers", meaning.answers())
                    .set("wins", meaning.wins()));
        }
        return out.build();
    }

    private static TableRow merged(TableRow other, MergedStrata.Stratum stratum) {
        return copy(other, STRATUM)
                .set("stratum_id", stratum.id())
                .set("stratum_label", stratum.label())
                .set("stratum_order", stratum.order())
                .set("stratum_kind", stratum.kind())
                .set("components", stratum.components().isEmpty() ? null : stratum.components())
                .set("counted_in", null)
                .set("answers", null)
                .set("merges", List.copyOf(stratum.merges()))
                .build();
    }

    /** Program, states and practices, from the restricted rows. */
    public static List<TableRow> entities(Iterable<TableRow> restricted) {
        List<TableRow> rows = new ArrayList<>();
        for (TableRow row : restricted) {
            if (!PUBLISHED.contains(row.text("entity_type"))) {
                continue;
            }
            TableRow.Builder out = copy(row, ENTITY);
            RESTRICTED.forEach(column -> out.set(column, null));
            rows.add(out.build());
        }
        return rows;
    }

    private static TableRow.Builder copy(TableRow row, TableSchema schema) {
        TableRow.Builder out = TableRow.of(schema);
        for (Column column : schema.columns()) {
            if (row.schema().find(column.name()).isPresent()) {
                out.set(column.name(), row.value(column.name()));
            }
        }
        return out;
    }
}
