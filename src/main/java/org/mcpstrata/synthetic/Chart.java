package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A person's care while it is being written, topic by topic. */
final class Chart {
    private static final int ATTEMPTS = 14;
    private static final int SPACING_DAYS = 3;

    private final Profile person;
    private final Coverage coverage;
    private final PracticeSite practice;
    private final boolean registered;
    private final Timeline timeline;
    private final List<DraftVisit> visits = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    private final List<ClinicalFact> facts = new ArrayList<>();
    private final Set<LocalDate> taken = new HashSet<>();
    private Optional<LocalDate> hospiceStart = Optional.empty();
    private Optional<LocalDate> hospiceEnd = Optional.empty();
    private int sequence;

    Chart(Profile person, Coverage coverage, PracticeSite practice, boolean registered, Timeline timeline) {
        this.person = requireNonNull(person, "person");
        this.coverage = requireNonNull(coverage, "coverage");
        this.practice = requireNonNull(practice, "practice");
        this.registered = registered;
        this.timeline = requireNonNull(timeline, "timeline");
    }

    Profile person() {
        return person;
    }

    Coverage coverage() {
        return coverage;
    }

    PracticeSite practice() {
        return practice;
    }

    boolean registered() {
        return registered;
    }

    Timeline timeline() {
        return timeline;
    }

    int age() {
        return person.ageAtEndOf(timeline.year());
    }

    int nextSequence() {
        return ++sequence;
    }

    /** Whether care on this day can be billed or, for people without insurance, at least recorded. */
    boolean reachable(LocalDate day) {
        return person.aliveOn(day) && !day.isBefore(person.birth()) && (!coverage.insured() || coverage.coveredOn(day));
    }

    /** A reachable day with nothing else near it; empty where none was found. */
    Optional<LocalDate> freeDay(Draw draw, LocalDate first, LocalDate last) {
        for (int attempt = 0; attempt < ATTEMPTS && !last.isBefore(first); attempt++) {
            LocalDate day = draw.day(first, last);
            if (reachable(day) && isFree(day)) {
                take(day, day);
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private boolean isFree(LocalDate day) {
        for (int near = -SPACING_DAYS; near <= SPACING_DAYS; near++) {
            if (taken.contains(day.plusDays(near))) {
                return false;
            }
        }
        return true;
    }

    void take(LocalDate first, LocalDate last) {
        first.datesUntil(last.plusDays(1)).forEach(taken::add);
    }

    DraftVisit visit(LocalDate day, String code, Setting setting, boolean recorded) {
        int registryVisit = 0;
        if (registered && recorded) {
            registryVisit = nextSequence();
            String encounterClass = setting == Setting.TELEHEALTH ? "VR" : "AMB";
            facts.add(new ClinicalFact.Visit(registryVisit, day, day, encounterClass, code, true, true));
        }
        DraftVisit visit = new DraftVisit(day, code, setting, registryVisit);
        visits.add(visit);
        return visit;
    }

    /** All visits so far, in the order they were planned. */
    List<DraftVisit> visits() {
        return visits;
    }

    List<DraftVisit> visitsInPeriod() {
        return visits.stream().filter(visit -> timeline.inPeriod(visit.day())).toList();
    }

    /** The last visit of the period that counts for the measures and where a body can be examined. */
    Optional<DraftVisit> lastExamination() {
        DraftVisit last = null;
        for (DraftVisit visit : visits) {
            boolean suits = visit.inPerson() && visit.qualifies() && timeline.inPeriod(visit.day());
            if (suits && (last == null || visit.day().isAfter(last.day()))) {
                last = visit;
            }
        }
        return Optional.ofNullable(last);
    }

    void bill(
            Setting setting, LocalDate from, LocalDate thru, List<String> diagnoses, List<ClaimLine> lines, Fate fate) {
        String status = setting.institutional() ? "01" : "";
        claims.add(new Claim(nextSequence(), setting, from, thru, diagnoses, lines, List.of(), status, "", fate, ""));
    }

    /** The hospital's claim of a stay; the physicians of the stay bill for themselves. */
    void billStay(
            LocalDate bed,
            LocalDate home,
            String diagnosis,
            List<String> procedures,
            String diagnosisGroup,
            String dischargeStatus,
            Fate fate) {
        List<ClaimLine> lines =
                List.of(ClaimLine.revenue(bed, "", "0120", 890_000), ClaimLine.revenue(bed, "", "0250", 61_000));
        claims.add(new Claim(
                nextSequence(),
                Setting.INPATIENT,
                bed,
                home,
                List.of(diagnosis),
                lines,
                procedures,
                dischargeStatus,
                diagnosisGroup,
                fate,
                ""));
    }

    void fill(LocalDate day, String drug, int daysSupply, int refill, long chargeCents, Fate fate) {
        fills.add(new Fill(nextSequence(), day, drug, daysSupply, refill, chargeCents, fate));
    }

    /** Records a fact of a person whom the registry knows; its sequence must come from {@link #nextSequence()}. */
    void record(ClinicalFact fact) {
        if (!registered) {
            throw new IllegalStateException("the registry does not know this person");
        }
        facts.add(fact);
    }

    void hospice(LocalDate start, LocalDate end) {
        hospiceStart = Optional.of(start);
        hospiceEnd = Optional.of(end);
    }

    CareHistory finish() {
        for (DraftVisit visit : visits) {
            claims.add(visit.claim(nextSequence()));
        }
        return new CareHistory(claims, fills, facts, registered, hospiceStart, hospiceEnd);
    }
}
