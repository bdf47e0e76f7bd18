package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Counted ED visits and continuous coverage, measures.md 11 and founding decisions 12 and 13. */
final class EmergencyTruth {
    private static final int LONGEST_GAP_DAYS = 45;
    private static final int COMMERCIAL_LIMIT = 4;
    private static final int OTHER_LIMIT = 6;

    private final Evidence evidence;
    private final Timeline timeline;

    EmergencyTruth(Evidence evidence) {
        this.evidence = requireNonNull(evidence, "evidence");
        this.timeline = evidence.timeline();
    }

    /** Days with a counted visit: one a day, none that ends in a bed that day or the next, none for behavioural reasons. */
    Set<LocalDate> visits() {
        Set<LocalDate> days = new TreeSet<>();
        Set<LocalDate> behavioral = new TreeSet<>();
        evidence.claims().forEach(claim -> claim.lines().stream()
                .filter(EmergencyTruth::emergency)
                .filter(line -> timeline.inPeriod(line.from()))
                .forEach(line -> {
                    days.add(line.from());
                    if (claim.diagnoses().get(0).startsWith("F")) {
                        behavioral.add(line.from());
                    }
                }));
        days.removeAll(behavioral);
        List<LocalDate> beds = evidence.claims()
                .filter(claim -> claim.setting() == Setting.INPATIENT)
                .map(Claim::from)
                .toList();
        days.removeIf(day -> beds.contains(day) || beds.contains(day.plusDays(1)));
        return Collections.unmodifiableSet(days);
    }

    private static boolean emergency(ClaimLine line) {
        return line.kind() == ClaimLine.Kind.PAID
                && (Codes.EMERGENCY_VISIT.contains(line.hcpcs()) || Codes.EMERGENCY_REVENUE.contains(line.revenue()));
    }

    /** At least four visits for people with commercial coverage alone, six for all others (founding decision 13). */
    boolean outlier() {
        boolean commercialAlone = evidence.person().coverage().enrollments().stream()
                .filter(span ->
                        !span.end().isBefore(timeline.start()) && !span.start().isAfter(timeline.end()))
                .allMatch(span -> span.payer() == Payer.BLUESTONE);
        return visits().size() >= (commercialAlone ? COMMERCIAL_LIMIT : OTHER_LIMIT);
    }

    /** At most one gap, of at most 45 days, in each of the two years. */
    boolean continuouslyCovered() {
        return covered(timeline.historyStart(), timeline.start().minusDays(1))
                && covered(timeline.start(), timeline.end());
    }

    private boolean covered(LocalDate first, LocalDate last) {
        List<Enrollment> spans = evidence.person().coverage().enrollments().stream()
                .filter(span -> !span.end().isBefore(first) && !span.start().isAfter(last))
                .sorted(Comparator.comparing(Enrollment::start))
                .toList();
        LocalDate next = first;
        int gaps = 0;
        long longest = 0;
        for (Enrollment span : spans) {
            long gap = span.start().toEpochDay() - next.toEpochDay();
            gaps += gap > 0 ? 1 : 0;
            longest = Math.max(longest, gap);
            LocalDate after = span.end().equals(Timeline.OPEN)
                    ? Timeline.OPEN
                    : span.end().plusDays(1);
            next = after.isAfter(next) ? after : next;
        }
        long tail = last.toEpochDay() + 1 - next.toEpochDay();
        gaps += tail > 0 ? 1 : 0;
        longest = Math.max(longest, tail);
        return gaps <= 1 && longest <= LONGEST_GAP_DAYS;
    }
}
