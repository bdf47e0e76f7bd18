package org.mcpstrata.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.canonicalize.Fate;
import org.mcpstrata.canonicalize.FinalActionCounts;
import org.mcpstrata.link.LinkCounts;
import org.mcpstrata.link.LinkReport;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.Table;
import org.mcpstrata.store.TableFile;

/** The conservation laws between ingest and stratify, from what the tasks counted. */
final class PassLaws {
    private static final int MONTHS = 12;

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

    /** Claim versions in are final action, superseded, voided or orphaned, and so is their money. */
    static List<Law> canonicalize(FinalActionCounts counts) {
        long versions = 0;
        long rows = 0;
        BigDecimal paid = BigDecimal.ZERO;
        for (Fate fate : Fate.values()) {
            versions += counts.of(fate).versions();
            rows += counts.of(fate).rows();
            paid = paid.add(counts.of(fate).paid());
        }
        return List.of(
                Law.of("canonicalize", "claim versions in = versions by fate", counts.versions(), versions),
                Law.of("canonicalize", "claim rows in = rows by fate", counts.rows(), rows),
                Law.of("canonicalize", "signed payments in = payments by fate", counts.paid(), paid));
    }

    /** Every member is one person's, and merging coverage neither made nor lost a day. */
    static List<Law> link(LinkReport report, LinkCounts coverage, long personsEvaluated) {
        List<Law> laws = new ArrayList<>();
        long joins = report.links().values().stream().mapToLong(Long::longValue).sum();
        laws.add(Law.of("link", "members = persons + links", report.members(), report.persons() + joins));
        laws.add(Law.of("link", "persons linked = persons evaluated", report.persons(), personsEvaluated));
        laws.add(Law.of(
                "link",
                "covered days delivered = covered days merged",
                coverage.deliveredDays(),
                coverage.mergedDays()));
        laws.add(Law.of(
                "link",
                "member months beyond twelve a person",
                Math.max(0, coverage.memberMonths() - MONTHS * coverage.persons()),
                0));
        return laws;
    }

    /** Exactly one verdict for every person and rate. */
    static Law evaluate(long persons, int rates, long rowsReadBack) {
        return Law.of("evaluate", "persons × rates = rows of member_result", persons * rates, rowsReadBack);
    }
}
