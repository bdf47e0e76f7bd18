package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.Table;
import org.mcpstrata.time.DayRange;
import org.mcpstrata.time.MeasurementPeriod;

/** What only a person's own rows can tell the link report: claim lines by payer, and signs that two people became one. */
public final class PersonFindings {
    private final Drops drops;
    private final DayRange period;

    public PersonFindings(MeasurementPeriod period, Drops drops) {
        this.drops = requireNonNull(drops, "drops");
        this.period = new DayRange(period.start(), period.end());
    }

    /**
     * @param delivered the person's rows as delivered, for counting lines
     * @param counting those that count, after final action
     */
    public LinkFindings of(Person person, List<CanonicalRow> delivered, List<CanonicalRow> counting) {
        LinkFindings.Counting findings = new LinkFindings.Counting();
        Set<Member> described = delivered.stream()
                .filter(IdentityEvidence::describes)
                .map(CanonicalRow::member)
                .collect(Collectors.toSet());
        // Who has another member was recognised by something.
        boolean withoutKeys = person.members().size() == 1
                && counting.stream().noneMatch(row -> IdentityEvidence.tellsKey(row, drops));
        for (CanonicalRow row : delivered) {
            if (row.table() == Table.MEDICAL_CLAIM) {
                findings.add(LinkFinding.ofPayer(LinkMetric.CLAIM_LINES, row.payerId()), 1);
                if (!described.contains(row.member())) {
                    findings.add(LinkFinding.ofPayer(LinkMetric.CLAIM_LINES_WITHOUT_IDENTITY_ROW, row.payerId()), 1);
                } else if (withoutKeys) {
                    findings.add(LinkFinding.ofPayer(LinkMetric.CLAIM_LINES_WITHOUT_KEYS, row.payerId()), 1);
                }
            }
        }
        if (person.members().size() > 1) {
            probe(findings, LinkMetric.PERSONS_COVERED_TWICE_BY_ONE_PAYER, coveredTwice(person, counting));
            probe(findings, LinkMetric.PERSONS_ALIVE_AND_DEAD, aliveAndDead(person, counting));
        }
        return findings.counted();
    }

    private static void probe(LinkFindings.Counting findings, LinkMetric metric, boolean found) {
        findings.add(LinkFinding.of(metric), found ? 1 : 0);
    }

    private boolean coveredTwice(Person person, List<CanonicalRow> rows) {
        Set<String> payers = new HashSet<>();
        if (person.members().stream().allMatch(member -> payers.add(member.payerId()))) {
            return false;
        }
        Map<Member, List<DayRange>> covered = new TreeMap<>();
        rows.stream().filter(row -> Coverage.covers(row, drops)).forEach(row -> Coverage.days(row)
                .intersection(period)
                .ifPresent(days -> covered.computeIfAbsent(row.member(), any -> new ArrayList<>())
                        .add(days)));
        return covered.entrySet().stream().anyMatch(one -> covered.entrySet().stream()
                .filter(other -> one.getKey().payerId().equals(other.getKey().payerId()))
                .filter(other -> one.getKey().compareTo(other.getKey()) < 0)
                .anyMatch(other -> overlap(one.getValue(), other.getValue())));
    }

    private static boolean overlap(List<DayRange> one, List<DayRange> other) {
        return one.stream().anyMatch(days -> other.stream().anyMatch(days::overlaps));
    }

    /** One member's payer says the person died, and another member, of whom nobody says so, has a claim from later on. */
    private static boolean aliveAndDead(Person person, List<CanonicalRow> rows) {
        LocalDate death = person.death().orElse(null);
        if (death == null) {
            return false;
        }
        Set<Member> dead = rows.stream()
                .filter(Described::isStatement)
                .filter(row -> row.date("death_date") != null)
                .map(CanonicalRow::member)
                .collect(Collectors.toSet());
        return rows.stream()
                .filter(row -> row.table() == Table.MEDICAL_CLAIM && !dead.contains(row.member()))
                .map(row -> row.date("claim_start_date"))
                .anyMatch(day -> day != null && day.isAfter(death));
    }
}
