package org.mcpstrata.run;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.link.LinkCounts;
import org.mcpstrata.link.LinkReport;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.Table;
import org.mcpstrata.store.TableFile;

/** The conservation laws between ingest and stratify that take the counts of two stages. */
final class PassLaws {
    private PassLaws() {}

    /**
     * Every accepted line of a medical claim reached a person: nothing was lost between disk, link and shuffle.
     *
     * @param cutOff whether a run-out cut-off left lines out on purpose; then the two sides may differ by those
     */
    static List<Law> gather(List<TableFile> files, long reached, boolean cutOff) {
        long accepted = files.stream()
                .filter(file -> file.table() == Table.MEDICAL_CLAIM)
                .mapToLong(TableFile::rows)
                .sum();
        return cutOff
                ? List.of(Law.of(
                        "link",
                        "medical claim lines that reached a person beyond those on disk",
                        Math.max(0, reached - accepted),
                        0))
                : List.of(
                        Law.of("link", "medical claim lines on disk = lines that reached a person", accepted, reached));
    }

    /** Every survey response that counts reached a person, or was counted as nobody's. */
    static Law surveys(long kept, long reachedPersons, long anonymous) {
        return Law.of(
                "link",
                "survey responses that count = responses of persons + anonymous responses",
                kept,
                reachedPersons + anonymous);
    }

    /** The laws of linking and of coverage, and that whoever was linked was evaluated. */
    static List<Law> link(LinkReport report, LinkCounts coverage) {
        List<Law> laws = new ArrayList<>(report.laws());
        laws.add(Law.of("link", "persons linked = persons evaluated", report.persons(), coverage.persons()));
        laws.addAll(coverage.laws());
        return laws;
    }

    /** Exactly one verdict for every person and rate. */
    static Law evaluate(long persons, int rates, long rowsReadBack) {
        return Law.of("evaluate", "persons × rates = rows of member_result", persons * rates, rowsReadBack);
    }
}
