package org.mcpstrata.second;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mcpstrata.model.Table;
import org.mcpstrata.story.CanonicalDrop;

/** What belongs to one screened person while their rows are written: their visits, ids and choices. */
final class ScreenedChart {
    private final CanonicalDrop drop;
    private final String memberId;
    private final ScreeningCodes codes;
    private final Chances chances;
    private final List<ScreenedVisit> visits = new ArrayList<>();
    private int lastId;

    ScreenedChart(CanonicalDrop drop, String memberId, ScreeningCodes codes, Chances chances) {
        this.drop = requireNonNull(drop, "drop");
        this.memberId = requireNonNull(memberId, "memberId");
        this.codes = requireNonNull(codes, "codes");
        this.chances = requireNonNull(chances, "chances");
    }

    Chances chances() {
        return chances;
    }

    ScreeningCodes codes() {
        return codes;
    }

    void add(ScreenedVisit visit) {
        visits.add(visit);
    }

    ScreenedVisit anyVisit() {
        return chances.pick(visits);
    }

    /** A row with an id of its own in that column. */
    ScreenedRow row(Table table, String idColumn) {
        return new ScreenedRow(table).set(idColumn, nextId());
    }

    String nextId() {
        lastId++;
        return memberId + "-" + lastId;
    }

    void write(ScreenedRow row) throws IOException {
        drop.add(row.table(), memberId, row.values());
    }

    /** Half of all records have no time of day. */
    String clock() {
        return chances.percent(50)
                ? ""
                : String.format(Locale.ROOT, "%02d:%s:00", chances.between(8, 16), chances.pick("00", "30"));
    }
}
