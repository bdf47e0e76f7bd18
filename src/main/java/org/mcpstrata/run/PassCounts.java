package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.mcpstrata.canonicalize.FinalActionCounts;
import org.mcpstrata.link.LinkCounts;
import org.mcpstrata.publish.SideCount;
import org.mcpstrata.stratify.CellCounter;
import org.mcpstrata.stratify.PartialCells;

/** What one task of the person pass counted while it wrote its people: partial cells and the sides of laws. */
record PassCounts(
        PartialCells cells, FinalActionCounts finalAction, LinkCounts coverage, long medicalClaimRows, long surveyRows)
        implements Serializable {
    PassCounts {
        requireNonNull(cells, "cells");
        requireNonNull(finalAction, "finalAction");
        requireNonNull(coverage, "coverage");
    }

    /** Counts one task. */
    static final class Counting implements SideCount<PersonResult, PassCounts> {
        private final CellCounter cells;
        private FinalActionCounts finalAction = FinalActionCounts.NONE;
        private LinkCounts coverage = LinkCounts.NONE;
        private long medicalClaimRows;
        private long surveyRows;

        Counting(CellCounter cells) {
            this.cells = requireNonNull(cells, "cells");
        }

        @Override
        public void add(PersonResult person) {
            cells.add(person.verdicts());
            finalAction = finalAction.plus(person.finalAction());
            coverage = coverage.plus(person.coverage());
            medicalClaimRows += person.medicalClaimRows();
            surveyRows += person.surveyRows();
        }

        @Override
        public PassCounts counted() {
            return new PassCounts(cells.partial(), finalAction, coverage, medicalClaimRows, surveyRows);
        }
    }
}
