package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.mcpstrata.canonicalize.FinalActionCounts;
import org.mcpstrata.link.DemographicCompleteness;
import org.mcpstrata.link.LinkCounts;
import org.mcpstrata.link.LinkFindings;
import org.mcpstrata.publish.SideCount;
import org.mcpstrata.publish.SideCounter;
import org.mcpstrata.quality.QualityCounts;
import org.mcpstrata.stratify.CellAggregation;
import org.mcpstrata.stratify.CellCounter;
import org.mcpstrata.stratify.CostBook;
import org.mcpstrata.stratify.PartialCells;

/**
 * What one task of the person pass counted while it wrote its people: partial cells, beneficiary months and the sides of
 * laws.
 *
 * @param linkage what people's own rows add to the link report
 * @param completeness how much is known of their attributes
 * @param stored the file that holds the task's people for the next night
 * @param before the same of the year before, for the measures that compare with it
 */
record PassCounts(
        YearCounts year,
        YearCounts before,
        FinalActionCounts finalAction,
        LinkCounts coverage,
        LinkFindings linkage,
        DemographicCompleteness completeness,
        QualityCounts quality,
        long medicalClaimRows,
        long surveyRows,
        StoredPeople stored)
        implements Serializable {
    PassCounts {
        requireNonNull(year, "year");
        requireNonNull(before, "before");
        requireNonNull(finalAction, "finalAction");
        requireNonNull(coverage, "coverage");
        requireNonNull(linkage, "linkage");
        requireNonNull(completeness, "completeness");
        requireNonNull(quality, "quality");
        requireNonNull(stored, "stored");
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

    /**
     * Makes a count for each task.
     *
     * @param work folder of this run alone, which receives the people for the next night
     */
    static SideCounter<PersonResult, PassCounts> counting(
            CellAggregation cells, CellAggregation before, Path work, MemberSets members, JavaSparkContext spark) {
        Broadcast<MemberSets> sets = spark.broadcast(members);
        SerializableConfiguration conf = new SerializableConfiguration(spark.hadoopConfiguration());
        String folder = work.toString();
        return () ->
                new Counting(cells.counter(), before.counter(), new PeopleWriter(folder, sets.value(), conf.value()));
    }

    /** Counts one task. */
    static final class Counting implements SideCount<PersonResult, PassCounts> {
        private final CellCounter cells;
        private final CellCounter before;
        private FinalActionCounts finalAction = FinalActionCounts.NONE;
        private LinkCounts coverage = LinkCounts.NONE;
        private final LinkFindings.Counting linkage = new LinkFindings.Counting();
        private final DemographicCompleteness.Counting completeness = new DemographicCompleteness.Counting();
        private final QualityCounts.Sum quality = new QualityCounts.Sum();
        private final PeopleWriter store;
        private long medicalClaimRows;
        private long surveyRows;

        /** @param store receives every person, for the next night */
        Counting(CellCounter cells, CellCounter before, PeopleWriter store) {
            this.store = requireNonNull(store, "store");
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
            completeness.add(person.completeness());
            store.add(person);
            quality.add(person.quality(), person.verdicts(), person.months());
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
                    surveyRows,
                    store.finish());
        }
    }
}
