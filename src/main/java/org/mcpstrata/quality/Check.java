package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.problem.ProblemCode;

/** How a rule is computed. */
public sealed interface Check {
    /**
     * Intake refuses a drop for it; counted are the files it names.
     *
     * @param controlled whether only files with a control total are looked at
     */
    record Files(SortedSet<ProblemCode> problems, boolean controlled) implements Check {
        public Files {
            problems = Collections.unmodifiableSortedSet(new TreeSet<>(problems));
        }
    }

    /**
     * Records that intake rejected for one of the reasons, out of all that were delivered, or accepted rows that a check
     * found bad, out of those it looked at: whichever lies further off, since one says nothing of how many the other is of.
     *
     * @param rows empty where rejected records alone count
     */
    record Rows(SortedSet<ProblemCode> rejected, Optional<RowCheck> rows) implements Check {
        public Rows {
            rejected = Collections.unmodifiableSortedSet(new TreeSet<>(rejected));
            requireNonNull(rows, "rows");
        }
    }

    /** People of a payer, looked at with all their rows. */
    record People(PersonCheck people) implements Check {
        public People {
            requireNonNull(people, "people");
        }
    }

    /** Months of the measurement period, whether the payer's drops with claims describe the whole of each. */
    record Months() implements Check {}

    /** Claim lines of a payer that delivers its providers, whether each provider is among them. */
    record Providers() implements Check {}

    /** The claims of one drop, held against what earlier drops of the payer brought. */
    record Volume() implements Check {}

    /**
     * Service months of the measurement period, whether their claims have come in as far as their age lets one expect.
     *
     * @param least see {@link RunOutMonths#thin}; never empty
     */
    record RunOut(List<BigDecimal> least) implements Check {
        public RunOut {
            least = List.copyOf(least);
            if (least.isEmpty()) {
                throw new IllegalArgumentException("nothing is expected of any month");
            }
        }
    }

    /** Measures, whether what their numerators ask for occurs at all in the data about the payer's people. */
    record Codes() implements Check {}
}
