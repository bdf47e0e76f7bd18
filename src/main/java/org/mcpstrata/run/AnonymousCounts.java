package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.stratify.CellAggregation;
import org.mcpstrata.stratify.CellCounter;
import org.mcpstrata.stratify.MemberTotals;
import org.mcpstrata.stratify.PartialCells;

/**
 * What survey responses that name nobody add to the result: they count for the practice they are about, with every
 * stratifier's answer missing, and are no persons.
 *
 * @param totals the part of the program's totals that no row of {@code member_result} stands for
 */
record AnonymousCounts(PartialCells cells, MemberTotals totals, long responses) implements Serializable {
    AnonymousCounts {
        requireNonNull(cells, "cells");
        requireNonNull(totals, "totals");
    }

    static AnonymousCounts of(JavaRDD<PersonVerdicts> nobody, CellAggregation cells) {
        AnonymousCounts none = new AnonymousCounts(cells.counter().partial(), new MemberTotals(), 0);
        return nobody.mapPartitions(part -> count(part, cells.counter())).fold(none, AnonymousCounts::plus);
    }

    private static Iterator<AnonymousCounts> count(Iterator<PersonVerdicts> nobody, CellCounter counter) {
        MemberTotals totals = new MemberTotals();
        long responses = 0;
        while (nobody.hasNext()) {
            PersonVerdicts response = nobody.next();
            counter.add(response);
            for (Verdict verdict : response.verdicts()) {
                totals.add(verdict);
            }
            responses++;
        }
        return List.of(new AnonymousCounts(counter.partial(), totals, responses))
                .iterator();
    }

    AnonymousCounts plus(AnonymousCounts other) {
        return new AnonymousCounts(cells.plus(other.cells), totals.plus(other.totals), responses + other.responses);
    }
}
