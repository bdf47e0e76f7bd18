package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

/**
 * The rows of {@code link_report}. A count of zero is a row of its own wherever the count could have been another: a
 * missing row never has to be read as a zero.
 */
public final class LinkTable {
    public static final TableSchema SCHEMA = TableSchema.load("link_report", List.of());

    private final String runId;

    public LinkTable(String runId) {
        this.runId = requireNonNull(runId, "runId");
    }

    /** Every row, in the table's order. */
    public List<TableRow> rows(LinkFindings findings) {
        SortedMap<LinkFinding, Long> counts = new TreeMap<>();
        expected(payers(findings)).forEach(finding -> counts.put(finding, 0L));
        findings.counts().forEach((finding, number) -> {
            counts.merge(finding, number, Long::sum);
            total(finding).ifPresent(all -> counts.merge(all, number, Long::sum));
        });
        List<TableRow> rows = new ArrayList<>();
        counts.forEach((finding, number) -> rows.add(row(finding, number, counts)));
        return rows;
    }

    private TableRow row(LinkFinding finding, long number, Map<LinkFinding, Long> counts) {
        Long of = finding.base().map(base -> counts.getOrDefault(base, 0L)).orElse(null);
        return TableRow.of(SCHEMA)
                .set("run_id", runId)
                .set("section", finding.metric().section().name())
                .set("metric", finding.metric().name())
                .set("payer_a", finding.payer())
                .set("payer_b", finding.partner())
                .set("pass", finding.pass() == null ? null : finding.pass().name())
                .set("size", finding.size() == 0 ? null : finding.size())
                .set("count", number)
                .set("of", of)
                .set("share", of == null || of == 0 ? null : (double) number / of)
                .build();
    }

    /** The row that a count adds to besides its own: that of all payers, or of all passes. */
    private static Optional<LinkFinding> total(LinkFinding finding) {
        if (finding.metric().addsUpOverPayers()) {
            return Optional.of(LinkFinding.ofPayer(finding.metric(), LinkFinding.ALL));
        }
        return finding.pass() == null ? Optional.empty() : Optional.of(LinkFinding.of(finding.metric()));
    }

    private static SortedSet<String> payers(LinkFindings findings) {
        SortedSet<String> payers = new TreeSet<>();
        findings.counts().keySet().stream()
                .map(LinkFinding::payer)
                .filter(payer -> !payer.isEmpty())
                .forEach(payers::add);
        payers.add(LinkFinding.ALL);
        return payers;
    }

    private static List<LinkFinding> expected(SortedSet<String> payers) {
        List<LinkFinding> expected = new ArrayList<>();
        for (LinkMetric metric : LinkMetric.values()) {
            switch (metric.section()) {
                case PAYER, UNLINKED ->
                    (ofSurveys(metric) ? List.of(LinkFinding.ALL) : payers)
                            .forEach(payer -> expected.add(LinkFinding.ofPayer(metric, payer)));
                case PAYER_PAIR ->
                    payers.forEach(payer -> payers.stream()
                            .filter(partner -> !partner.equals(payer))
                            .filter(partner -> !payer.equals(LinkFinding.ALL) && !partner.equals(LinkFinding.ALL))
                            .forEach(partner -> expected.add(LinkFinding.ofPair(metric, payer, partner))));
                case PASS, CONFLICT, PROBE -> {
                    expected.add(LinkFinding.of(metric));
                    passes(metric).forEach(pass -> expected.add(LinkFinding.of(metric, pass)));
                }
                case SIZE -> {}
            }
        }
        return expected;
    }

    private static boolean ofSurveys(LinkMetric metric) {
        return metric == LinkMetric.SURVEY_RESPONSES || metric == LinkMetric.SURVEY_RESPONSES_ANONYMOUS;
    }

    /** The passes that a metric is broken down by. */
    private static List<LinkPass> passes(LinkMetric metric) {
        return switch (metric) {
            case PERSONS_ALONE,
                    GROUPS_KEPT_TOO_MANY,
                    GROUPS_KEPT_TWO_MBIS,
                    GROUPS_KEPT_BIRTH_DATES,
                    PERSONS_COVERED_TWICE_BY_ONE_PAYER,
                    PERSONS_ALIVE_AND_DEAD -> List.of();
            case GROUPS_PROPOSED,
                    GROUPS_JOINED,
                    GROUPS_REFUSED_ONE_PAYER,
                    GROUPS_REFUSED_TOO_MANY,
                    GROUPS_REFUSED_TWO_MBIS,
                    GROUPS_REFUSED_BIRTH_DATES ->
                List.of(LinkPass.values()).stream().filter(LinkPass::byName).toList();
            case KEYS_NOT_UNIQUE,
                    KEYS_TOO_COMMON,
                    LINKS,
                    PERSONS_JOINED,
                    PERSONS_TWO_BIRTH_YEARS,
                    PERSONS_TWO_SEXES,
                    PERSONS_TWO_CURRENT_MBIS,
                    PERSONS_TWO_MEMBERS_OF_ONE_PAYER,
                    PERSONS_TOO_MANY_MEMBERS -> List.of(LinkPass.values());
            case MEMBERS,
                    PERSONS,
                    MEMBERS_MATCHED,
                    MEMBERS_MATCHED_THERE,
                    PERSONS_SHARED,
                    PERSONS_OF_SIZE,
                    MEMBERS_LINKED,
                    MEMBERS_WITHOUT_PARTNER,
                    MEMBERS_WITHOUT_KEYS,
                    MEMBERS_WITHOUT_IDENTITY_ROW,
                    CLAIM_LINES,
                    CLAIM_LINES_WITHOUT_KEYS,
                    CLAIM_LINES_WITHOUT_IDENTITY_ROW,
                    RECORDS,
                    RECORDS_REJECTED_ORPHAN,
                    SURVEY_RESPONSES,
                    SURVEY_RESPONSES_ANONYMOUS -> List.of();
        };
    }
}
