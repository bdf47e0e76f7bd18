package org.mcpstrata.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mcpstrata.model.TableRow;

/** What the gate lets through, and why it is safe. */
public final class GatedRelease {
    private final List<CountedRow> rows;
    private final SortedMap<String, ProtectedBlock> blocks;
    private final RateLinks links;
    private final SharedStrata shared;
    private final MergedStrata merged;
    private final Practices practices;
    private final SortedSet<PublicTable> unpublished;
    private final ProtectionPolicy policy;
    private final SortedMap<String, Released> carried;
    private final Map<RateName, ProtectedBlock> blockOf = new HashMap<>();

    GatedRelease(
            List<CountedRow> rows,
            SortedMap<String, ProtectedBlock> blocks,
            RateLinks links,
            SharedStrata shared,
            MergedStrata merged,
            Practices practices,
            SortedSet<PublicTable> unpublished,
            ProtectionPolicy policy,
            SortedMap<String, Released> carried) {
        this.carried = carried;
        this.blocks = blocks;
        this.links = links;
        this.shared = shared;
        this.merged = merged;
        this.practices = practices;
        this.unpublished = unpublished;
        this.policy = policy;
        blocks.values().forEach(block -> block.published().forEach(table -> blockOf.put(table.rate(), block)));
        this.rows = rows.stream()
                .filter(row -> {
                    ProtectedBlock block = blockOf.get(row.position().table().rate());
                    return block != null
                            && block.published().contains(row.position().table())
                            && PublicRow.isPublished(row.row());
                })
                .toList();
    }

    /** The rows of the public {@code stratified_result}, in order. */
    public List<TableRow> rows(String releaseId) {
        Map<Position, Boolean> sharesShown = new HashMap<>();
        for (CountedRow row : rows) {
            sharesShown.merge(
                    ofStratifier(row),
                    !block(row).isHidden(row.position(), Count.PERFORMANCE_DENOMINATOR),
                    Boolean::logicalAnd);
        }
        Stream<TableRow> anew =
                rows.stream().map(row -> PublicRow.of(row, block(row), sharesShown.get(ofStratifier(row)), releaseId));
        Stream<TableRow> again = carried.entrySet().stream().flatMap(entry -> entry.getValue().rows().stream()
                .filter(row -> row.text("measure_id").equals(entry.getKey()) && PublicRow.isPublished(row))
                .map(row -> PublicRow.again(row, releaseId)));
        return Stream.concat(anew, again)
                .sorted(TableRow.by(PublicRow.SCHEMA, PublicRow.KEY))
                .toList();
    }

    /** Measures published as they were released before, with that release. */
    public SortedMap<String, String> carriedFrom() {
        SortedMap<String, String> from = new TreeMap<>();
        carried.forEach((measure, release) -> from.put(measure, release.releaseId()));
        return from;
    }

    /** Measures published in this release, in order. */
    public SortedSet<String> measures() {
        SortedSet<String> measures = new TreeSet<>(carried.keySet());
        rows.forEach(row -> measures.add(row.rate().measureId()));
        return measures;
    }

    private ProtectedBlock block(CountedRow row) {
        return blockOf.get(row.position().table().rate());
    }

    private static Position ofStratifier(CountedRow row) {
        return new Position(row.position().table(), row.position().entityId(), "");
    }

    /** How the rates of the release hang together. */
    RateLinks links() {
        return links;
    }

    /** Which strata are the same people. */
    SharedStrata shared() {
        return shared;
    }

    /** The strata of the steps at which it publishes. */
    MergedStrata merged() {
        return merged;
    }

    Practices practices() {
        return practices;
    }

    /** Tables that the policy names and that are not published, in words and in order. */
    public List<SortedMap<String, String>> withheld() {
        SortedSet<PublicTable> tables = new TreeSet<>(unpublished);
        blocks.values().forEach(block -> tables.addAll(block.withheld()));
        List<SortedMap<String, String>> all = new ArrayList<>();
        for (PublicTable table : tables) {
            all.add(new TreeMap<>(Map.of(
                    "measure_id", table.rate().measureId(),
                    "rate_id", table.rate().rateId(),
                    "entity_type", table.entityType(),
                    "payer_scope", table.payerScope(),
                    "stratifier_id", table.stratifierId())));
        }
        return all;
    }

    public GateFigures figures() {
        return GateFigures.of(blocks.values(), policy);
    }

    public GateProofs proofs() {
        return new GateProofs(blocks);
    }
}
