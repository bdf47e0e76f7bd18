package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mcpstrata.canonicalize.FinalActionCounts;
import org.mcpstrata.link.DemographicCompleteness;
import org.mcpstrata.link.LinkCounts;
import org.mcpstrata.link.LinkFindings;
import org.mcpstrata.quality.QualityCounts;

/**
 * The small counts of the person pass, which the driver needs all of: sides of laws, and what reports are made of.
 *
 * @param linkage what people's own rows add to the link report
 * @param completeness how much is known of their attributes
 * @param stored the files that hold the people for the next night
 */
record PassSums(
        FinalActionCounts finalAction,
        LinkCounts coverage,
        LinkFindings linkage,
        DemographicCompleteness completeness,
        QualityCounts quality,
        long medicalClaimRows,
        long surveyRows,
        List<StoredPeople> stored)
        implements Serializable {
    PassSums {
        requireNonNull(finalAction, "finalAction");
        requireNonNull(coverage, "coverage");
        requireNonNull(linkage, "linkage");
        requireNonNull(completeness, "completeness");
        requireNonNull(quality, "quality");
        // Tasks end in any order.
        stored = stored.stream()
                .sorted(Comparator.comparingInt(StoredPeople::part))
                .toList();
    }

    /** Those of all tasks, in one job. */
    PassSums plus(PassSums other) {
        List<StoredPeople> both = new ArrayList<>(stored);
        both.addAll(other.stored);
        return new PassSums(
                finalAction.plus(other.finalAction),
                coverage.plus(other.coverage),
                linkage.plus(other.linkage),
                completeness.plus(other.completeness),
                quality.plus(other.quality),
                medicalClaimRows + other.medicalClaimRows,
                surveyRows + other.surveyRows,
                both);
    }
}
