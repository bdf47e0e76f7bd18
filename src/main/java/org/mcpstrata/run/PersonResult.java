package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.mcpstrata.canonicalize.FinalActionCounts;
import org.mcpstrata.link.LinkCounts;
import org.mcpstrata.model.PersonVerdicts;

/**
 * One person evaluated, with both sides of the laws that the stages on the way must keep.
 *
 * @param medicalClaimRows rows of medical claims that reached the person; none of them is left behind as irrelevant
 * @param surveyRows survey responses that reached the person
 */
record PersonResult(
        PersonVerdicts verdicts,
        FinalActionCounts finalAction,
        LinkCounts coverage,
        long medicalClaimRows,
        long surveyRows)
        implements Serializable {
    PersonResult {
        requireNonNull(verdicts, "verdicts");
        requireNonNull(finalAction, "finalAction");
        requireNonNull(coverage, "coverage");
    }

    /** Never a value of a person. */
    @Override
    public String toString() {
        return verdicts.toString();
    }
}
