package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What some file delivers about a person, read back without the files: refused and withdrawn claims are already gone. */
final class Evidence {
    private final SyntheticPerson person;
    private final Timeline timeline;
    private final List<Claim> claims;

    Evidence(SyntheticPerson person, Timeline timeline) {
        this.person = requireNonNull(person, "person");
        this.timeline = requireNonNull(timeline, "timeline");
        this.claims = person.care().claims().stream()
                .filter(claim -> person.coverage().coveredOn(claim.from()))
                .toList();
    }

    SyntheticPerson person() {
        return person;
    }

    Timeline timeline() {
        return timeline;
    }

    int age() {
        return person.profile().ageAtEndOf(timeline.year());
    }

    /** Claims that were paid and stand. */
    Stream<Claim> claims() {
        return claims.stream().filter(Claim::counts);
    }

    /** Paid lines of standing claims. */
    Stream<ClaimLine> services() {
        return claims().flatMap(claim -> claim.lines().stream()).filter(line -> line.kind() == ClaimLine.Kind.PAID);
    }

    /** Quality codes of the period on claims that were not withdrawn, paid or not (founding decision 9). */
    Stream<ClaimLine> qualityCodes() {
        return claims.stream()
                .filter(claim -> claim.fate() != Fate.WITHDRAWN)
                .flatMap(claim -> claim.lines().stream())
                .filter(line -> line.kind() == ClaimLine.Kind.QUALITY && timeline.inPeriod(line.from()));
    }

    <T extends ClinicalFact> Stream<T> facts(Class<T> kind) {
        return person.care().facts().stream().filter(kind::isInstance).map(kind::cast);
    }

    boolean diagnosed(Set<String> codes, LocalDate first, LocalDate last) {
        return claims().filter(
                        claim -> !claim.thru().isBefore(first) && !claim.from().isAfter(last))
                .anyMatch(claim -> claim.diagnoses().stream().anyMatch(codes::contains));
    }

    /** A diagnosis made by somebody who saw the person: not by a laboratory or a supplier (measures.md 2.4). */
    boolean established(Set<String> codes, LocalDate first, LocalDate last) {
        return claims().filter(claim -> claim.setting() != Setting.LABORATORY
                        && !claim.setting().equipment())
                .filter(claim -> !claim.thru().isBefore(first) && !claim.from().isAfter(last))
                .anyMatch(claim -> claim.diagnoses().stream().anyMatch(codes::contains));
    }

    boolean service(Set<String> codes, LocalDate first, LocalDate last) {
        return services()
                .anyMatch(line -> codes.contains(line.hcpcs())
                        && !line.thru().isBefore(first)
                        && !line.from().isAfter(last));
    }

    boolean problem(String snomed, LocalDate last) {
        return facts(ClinicalFact.Problem.class)
                .anyMatch(problem ->
                        problem.snomed().equals(snomed) && !problem.onset().isAfter(last));
    }

    boolean performed(Predicate<String> codes, LocalDate first, LocalDate last) {
        return facts(ClinicalFact.Performed.class)
                .anyMatch(done -> codes.test(done.cpt())
                        && !done.day().isBefore(first)
                        && !done.day().isAfter(last));
    }

    /** A visit of the kinds that open the populations, billed or recorded, in the period. */
    boolean qualifyingVisit() {
        return service(Codes.QUALIFYING_VISIT, timeline.start(), timeline.end())
                || facts(ClinicalFact.Visit.class)
                        .anyMatch(visit -> visit.cpt()
                                && visit.kept()
                                && Codes.QUALIFYING_VISIT.contains(visit.code())
                                && timeline.inPeriod(visit.start()));
    }
}
