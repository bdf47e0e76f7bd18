package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.mcpstrata.time.DayRange;
import org.mcpstrata.time.Enrollment;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * One linked person and everything that is settled about them before any measure is evaluated.
 *
 * @param personId made from the linked members, never a payer's id
 * @param members the payer members that are this person, in order
 * @param birthDate null where no source has one: such a person is in no initial population
 * @param deathDate null while alive
 * @param coverage spans of all payers in order, overlapping where two payers cover one day
 * @param payerScopes memberships of founding decision 4: lines of business and {@code payer:<id>} with a covered day in
 *     the period
 * @param linesWithoutCoverage by payer that sent no coverage rows about the person, the lines of business that its drops
 *     give it instead
 * @param practice by founding decision 5
 * @param attributes resolved demographics; every attribute has an entry
 * @param dualStatus FULL, PARTIAL, NON_DUAL, UNKNOWN or NOT_APPLICABLE over the period
 * @param disability DISABLED_ORIGINAL, ESRD, AGED, UNKNOWN or NOT_APPLICABLE
 * @param lowIncomeSubsidy LIS, NON_LIS, UNKNOWN or NOT_APPLICABLE over the period
 * @param areas what the place of residence says, of every area that the run has a table of; never the place itself
 * @param monthlyPractices the practice of each month (1 to 12) of the period in which there is one
 * @param memberMonths months of the period whose 15th day was covered by anyone, 0 to 12
 * @param optional what only some programs want of people
 */
public record Person(
        String personId,
        List<Member> members,
        LocalDate birthDate,
        LocalDate deathDate,
        String residenceState,
        List<CoverageSpan> coverage,
        SortedSet<String> payerScopes,
        SortedMap<String, SortedSet<LineOfBusiness>> linesWithoutCoverage,
        Practice practice,
        Map<Attribute, ResolvedAttribute> attributes,
        String dualStatus,
        String disability,
        String lowIncomeSubsidy,
        SortedMap<Area, String> areas,
        SortedMap<Integer, Practice> monthlyPractices,
        int memberMonths,
        OptionalFacts optional)
        implements Serializable {
    public Person {
        requireNonNull(personId, "personId");
        members = List.copyOf(members);
        requireNonNull(residenceState, "residenceState");
        coverage = List.copyOf(coverage);
        payerScopes = Collections.unmodifiableSortedSet(new TreeSet<>(payerScopes));
        linesWithoutCoverage = unmodifiable(linesWithoutCoverage);
        requireNonNull(practice, "practice");
        attributes = Map.copyOf(attributes);
        requireNonNull(dualStatus, "dualStatus");
        requireNonNull(disability, "disability");
        requireNonNull(lowIncomeSubsidy, "lowIncomeSubsidy");
        areas = Collections.unmodifiableSortedMap(new TreeMap<>(areas));
        monthlyPractices = Collections.unmodifiableSortedMap(new TreeMap<>(monthlyPractices));
        requireNonNull(optional, "optional");
    }

    private static SortedMap<String, SortedSet<LineOfBusiness>> unmodifiable(
            SortedMap<String, SortedSet<LineOfBusiness>> linesByPayer) {
        SortedMap<String, SortedSet<LineOfBusiness>> copy = new TreeMap<>();
        linesByPayer.forEach(
                (payer, lines) -> copy.put(payer, Collections.unmodifiableSortedSet(new TreeSet<>(lines))));
        return Collections.unmodifiableSortedMap(copy);
    }

    public Optional<LocalDate> birth() {
        return Optional.ofNullable(birthDate);
    }

    public Optional<LocalDate> death() {
        return Optional.ofNullable(deathDate);
    }

    /** The months (1 to 12) of a year whose 15th day one of these spans covers. */
    public SortedSet<Integer> memberMonths(MeasurementPeriod year, Predicate<CoverageSpan> of) {
        List<DayRange> covered = coverage.stream()
                .filter(of)
                .map(span -> new DayRange(span.start(), span.end()))
                .toList();
        return Enrollment.memberMonths(covered, year);
    }

    public ResolvedAttribute attribute(Attribute attribute) {
        return attributes.getOrDefault(attribute, ResolvedAttribute.missing(Missing.NO_INFORMATION));
    }

    /** What the place of residence says, or the name of a missing kind. */
    public String area(Area area) {
        return areas.getOrDefault(area, Missing.NO_INFORMATION.name());
    }

    /** The same person seen as a patient of a practice: a survey response counts for the practice it is about. */
    public Person at(Practice other) {
        return new Person(
                personId,
                members,
                birthDate,
                deathDate,
                residenceState,
                coverage,
                payerScopes,
                linesWithoutCoverage,
                other,
                attributes,
                dualStatus,
                disability,
                lowIncomeSubsidy,
                areas,
                monthlyPractices,
                memberMonths,
                optional);
    }

    /** Never an identifier: persons do not reach logs. */
    @Override
    public String toString() {
        return "a person of " + members.size() + " members";
    }
}
