package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.canonicalize.FinalActionCounts;
import org.mcpstrata.link.DemographicCompleteness;
import org.mcpstrata.link.LinkCounts;
import org.mcpstrata.link.LinkFindings;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.quality.PersonCounts;
import org.mcpstrata.quality.PersonMonths;

/**
 * One person evaluated, with both sides of the laws that the stages on the way must keep.
 *
 * @param earlier what measures that compare with the year before say of that year; null where none does
 * @param linkage what the person adds to the link report
 * @param completeness how much is known of the person's attributes
 * @param quality what quality rules counted, by payer
 * @param months covered months and claim lines, by payer
 * @param medicalClaimRows rows of medical claims that reached the person; none of them is left behind as irrelevant
 * @param surveyRows survey responses that reached the person
 * @param sources where the rows that reached the person lie, as {@link RowSources} names it
 */
record PersonResult(
        PersonVerdicts verdicts,
        PersonVerdicts earlier,
        FinalActionCounts finalAction,
        LinkCounts coverage,
        LinkFindings linkage,
        DemographicCompleteness completeness,
        PersonCounts quality,
        SortedMap<String, PersonMonths> months,
        long medicalClaimRows,
        long surveyRows,
        SortedSet<String> sources) {
    PersonResult {
        requireNonNull(verdicts, "verdicts");
        requireNonNull(finalAction, "finalAction");
        requireNonNull(coverage, "coverage");
        requireNonNull(linkage, "linkage");
        requireNonNull(completeness, "completeness");
        requireNonNull(quality, "quality");
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
        sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
    }

    /** The year before. */
    Optional<PersonVerdicts> before() {
        return Optional.ofNullable(earlier);
    }

    /** Never a value of a person. */
    @Override
    public String toString() {
        return verdicts.toString();
    }
}
