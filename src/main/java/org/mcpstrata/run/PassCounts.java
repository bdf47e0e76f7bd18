package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
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
 * @param before cells and months of the year before, for the measures that compare with it
 */
record PassCounts(YearCounts year, YearCounts before, PassSums sums) implements Serializable {
    PassCounts {
        requireNonNull(year, "year");
        requireNonNull(before, "before");
        requireNonNull(sums, "sums");
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
    static SideCounter<EvaluatedPerson, PassCounts> counting(
            CellAggregation cells, CellAggregation before, Path work, MemberSets members, JavaSparkContext spark) {
        Broadcast<MemberSets> sets = spark.broadcast(members);
        Broadcast<SerializableConfiguration> conf =
                spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
        String folder = work.toString();
        return () -> new Counting(
                cells.counter(),
                before.counter(),
                new PeopleWriter(folder, sets.value(), conf.value().value()));
    }

    /** Counts one task. */
    static final class Counting implements SideCount<EvaluatedPerson, PassCounts> {
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
        public void add(EvaluatedPerson evaluated) {
            PersonResult person = evaluated.result();
            cells.add(person.verdicts());
            person.before().ifPresent(before::add);
            finalAction = finalAction.plus(person.finalAction());
            coverage = coverage.plus(person.coverage());
            linkage.add(person.linkage());
            completeness.add(person.completeness());
            store.add(evaluated);
            quality.add(person.quality(), person.verdicts(), person.months());
            medicalClaimRows += person.medicalClaimRows();
            surveyRows += person.surveyRows();
        }

        @Override
        public PassCounts counted() {
            return new PassCounts(
                    YearCounts.of(cells),
                    YearCounts.of(before),
                    new PassSums(
                            finalAction,
                            coverage,
                            linkage.counted(),
                            completeness.counted(),
                            quality.counts(),
                            medicalClaimRows,
                            surveyRows,
                            List.of(store.finish())));
        }
    }
}
