package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.mcpstrata.canonicalize.FinalActionCounts;
import org.mcpstrata.link.DemographicCompleteness;
import org.mcpstrata.link.LinkCounts;
import org.mcpstrata.link.LinkFindings;
import org.mcpstrata.publish.SideCount;
import org.mcpstrata.quality.PersonCounts;
import org.mcpstrata.stratify.CellCounter;
import org.mcpstrata.stratify.CostBook;
import org.mcpstrata.stratify.PartialCells;

/**
 * What one task of the person pass counted while it wrote its people: partial cells, beneficiary months and the sides of
 * laws.
 *
 * @param linkage what people's own rows add to the link report
 * @param completeness how much is known of their attributes
 * @param before the same of the year before, for the measures that compare with it
 */
record PassCounts(
        YearCounts year,
        YearCounts before,
        FinalActionCounts finalAction,
        LinkCounts coverage,
        LinkFindings linkage,
        DemographicCompleteness completeness,
        PersonCounts quality,
        long medicalClaimRows,
        long surveyRows)
        implements Serializable {
    PassCounts {
        requireNonNull(year, "year");
        requireNonNull(before, "before");
        requireNonNull(finalAction, "finalAction");
        requireNonNull(coverage, "coverage");
        requireNonNull(linkage, "linkage");
        requireNonNull(completeness, "completeness");
        requireNonNull(quality, "quality");
    }

    /** Cells and beneficiary months of one year. */
    record YearCounts(PartialCells cells, CostBook costs) implements Serializable {
        YearCounts {
            requireNonNull(cells, "cells");
            requireNonNull(costs, "costs");
        }

        static YearCounts of(CellCounter counter) {
            return new YearCounts(counter.partial(), counter.book());
        }
    }

    /** Counts one task. */
    static final class Counting implements SideCount<PersonResult, PassCounts> {
        private final CellCounter cells;
        private final CellCounter before;
        private FinalActionCounts finalAction = FinalActionCounts.NONE;
        private LinkCounts coverage = LinkCounts.NONE;
        private final LinkFindings.Counting linkage = new LinkFindings.Counting();
        private final DemographicCompleteness.Counting completeness = new DemographicCompleteness.Counting();
        private final PersonCounts.Sum quality = new PersonCounts.Sum();
        private long medicalClaimRows;
        private long surveyRows;

        Counting(CellCounter cells, CellCounter before) {
            this.cells = requireNonNull(cells, "cells");
            this.before = requireNonNull(before, "before");
        }

        @Override
        public void add(PersonResult person) {
            cells.add(person.verdicts());
            person.before().ifPresent(before::add);
            finalAction = finalAction.plus(person.finalAction());
            coverage = coverage.plus(person.coverage());
            linkage.add(person.linkage());
            completeness.add(person.verdicts().person(), person.evidence());
            quality.add(person.quality());
            medicalClaimRows += person.medicalClaimRows();
            surveyRows += person.surveyRows();
        }

        @Override
        public PassCounts counted() {
            return new PassCounts(
                    YearCounts.of(cells),
                    YearCounts.of(before),
                    finalAction,
                    coverage,
                    linkage.counted(),
                    completeness.counted(),
                    quality.counts(),
                    medicalClaimRows,
                    surveyRows);
        }
    }
}
