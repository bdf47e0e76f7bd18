package org.mcpstrata.report.fhir;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.TableRow;

/**
 * One {@code MeasureReport} for each measure and entity of {@code stratified_result}, restricted or public, in the order
 * of measure, kind of entity and entity; two where a measure has rates of which less is better and rates of which more
 * is, since a report states one direction. Rows are read once; those of one measure are held at a time.
 */
public final class MeasureReports implements Iterator<ObjectNode> {
    private final Iterator<TableRow> rows;
    private final MeasureReport maker = new MeasureReport(StratumCodings.load());
    private Iterator<List<TableRow>> entities = List.<List<TableRow>>of().iterator();
    private TableRow ahead;

    private record Entity(String type, String id, String improvement) implements Comparable<Entity> {
        private static final Comparator<Entity> ORDER =
                Comparator.comparing(Entity::type).thenComparing(Entity::id).thenComparing(Entity::improvement);

        @Override
        public int compareTo(Entity other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param rows of {@code stratified_result}, in the order of their key */
    public MeasureReports(Iterator<TableRow> rows) {
        this.rows = requireNonNull(rows, "rows");
        this.ahead = next(rows);
    }

    private static TableRow next(Iterator<TableRow> rows) {
        while (rows.hasNext()) {
            TableRow row = rows.next();
            // Reports count people, which rows made from probabilities do not.
            if (row.text("method").equals("DIRECT")) {
                return row;
            }
        }
        return null;
    }

    @Override
    public boolean hasNext() {
        return entities.hasNext() || ahead != null;
    }

    @Override
    public ObjectNode next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (!entities.hasNext()) {
            entities = ofNextMeasure();
        }
        return maker.of(entities.next());
    }

    private Iterator<List<TableRow>> ofNextMeasure() {
        SortedMap<Entity, List<TableRow>> byEntity = new TreeMap<>();
        String measure = ahead.text("measure_id");
        while (ahead != null && ahead.text("measure_id").equals(measure)) {
            byEntity.computeIfAbsent(
                            new Entity(ahead.text("entity_type"), ahead.text("entity_id"), ahead.text("improvement")),
                            absent -> new ArrayList<>())
                    .add(ahead);
            ahead = next(rows);
        }
        return byEntity.values().iterator();
    }
}
