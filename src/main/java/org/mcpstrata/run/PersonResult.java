package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.mcpstrata.canonicalize.FinalActionCounts;
import org.mcpstrata.link.DemographicEvidence;
import org.mcpstrata.link.LinkCounts;
import org.mcpstrata.link.LinkFindings;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.quality.PersonCounts;

/**
 * One person evaluated, with both sides of the laws that the stages on the way must keep.
 *
 * @param earlier what measures that compare with the year before say of that year; null where none does
 * @param linkage what the person adds to the link report
 * @param evidence what the person's attributes were resolved from
 * @param quality what quality rules counted, by payer
 * @param medicalClaimRows rows of medical claims that reached the person; none of them is left behind as irrelevant
 * @param surveyRows survey responses that reached the person
 */
record PersonResult(
        PersonVerdicts verdicts,
        PersonVerdicts earlier,
        FinalActionCounts finalAction,
        LinkCounts coverage,
        LinkFindings linkage,
        DemographicEvidence evidence,
        PersonCounts quality,
        long medicalClaimRows,
        long surveyRows) {
    PersonResult {
        requireNonNull(verdicts, "verdicts");
        requireNonNull(finalAction, "finalAction");
        requireNonNull(coverage, "coverage");
        requireNonNull(linkage, "linkage");
        requireNonNull(evidence, "evidence");
        requireNonNull(quality, "quality");
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
