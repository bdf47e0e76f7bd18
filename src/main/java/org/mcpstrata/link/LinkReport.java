package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.Law;

/** What linking did, in numbers only; additive over groups of members. */
public record LinkReport(LinkFindings findings) implements Serializable {
    public static final LinkReport NONE = new LinkReport(LinkFindings.NONE);

    public LinkReport {
        requireNonNull(findings, "findings");
    }

    public LinkReport plus(LinkReport other) {
        return new LinkReport(findings.plus(other.findings));
    }

    public long members() {
        return findings.sum(LinkMetric.MEMBERS);
    }

    public long persons() {
        return findings.of(LinkFinding.ofPayer(LinkMetric.PERSONS, LinkFinding.ALL));
    }

    /** Payers whose members were linked. */
    public long payers() {
        return findings.counts().keySet().stream()
                .filter(finding -> finding.metric() == LinkMetric.MEMBERS)
                .count();
    }

    /** Joins of two groups of members, by pass; every pass has an entry. */
    public SortedMap<LinkPass, Long> links() {
        SortedMap<LinkPass, Long> links = new TreeMap<>();
        for (LinkPass pass : LinkPass.values()) {
            links.put(pass, findings.of(LinkFinding.of(LinkMetric.LINKS, pass)));
        }
        return Collections.unmodifiableSortedMap(links);
    }

    /**
     * Groups that names would have joined although their identifiers or birth dates differ; their name links were not
     * made.
     */
    public long conflictsBroken() {
        return findings.sum(LinkMetric.GROUPS_REFUSED_TOO_MANY)
                + findings.sum(LinkMetric.GROUPS_REFUSED_TWO_MBIS)
                + findings.sum(LinkMetric.GROUPS_REFUSED_BIRTH_DATES);
    }

    /**
     * Groups whose identifiers or birth dates differ although an identifier or a payer's crosswalk says they are one
     * person.
     */
    public long conflictsKept() {
        return findings.sum(LinkMetric.GROUPS_KEPT_TOO_MANY)
                + findings.sum(LinkMetric.GROUPS_KEPT_TWO_MBIS)
                + findings.sum(LinkMetric.GROUPS_KEPT_BIRTH_DATES);
    }

    /** Every member went to exactly one person. */
    public List<Law> laws() {
        return List.of(
                Law.of("link", "members = persons + links", members(), persons() + findings.sum(LinkMetric.LINKS)));
    }
}
