package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.model.EvidenceTier;

/**
 * What one payer said at one time about one attribute of a person.
 *
 * @param observed the day of the statement; the earliest day of all where it bears none
 * @param combined whether race and ethnicity were one question (the 2024 standard): its answer is complete in itself
 * @param main the answer; for race and ethnicity the race
 * @param ethnicity absent for every other attribute
 */
record Statement(
        String payerId, EvidenceTier tier, LocalDate observed, boolean combined, Answer main, Answer ethnicity) {
    private static final SortedSet<String> HISPANIC =
            Collections.unmodifiableSortedSet(new TreeSet<>(Collections.singleton(DemographicCodes.HISPANIC)));

    Statement {
        requireNonNull(payerId, "payerId");
        requireNonNull(tier, "tier");
        requireNonNull(observed, "observed");
        requireNonNull(main, "main");
        requireNonNull(ethnicity, "ethnicity");
    }

    boolean counts() {
        return main.counts() || ethnicity.counts();
    }

    /** Whether it says nothing of one of the two questions, so that another statement may complete it. */
    boolean raceOnly() {
        return !combined && main.counts() && !ethnicity.counts();
    }

    boolean ethnicityOnly() {
        return !combined && ethnicity.counts() && !main.counts();
    }

    /** The answer as stratum keys; not being Hispanic is no category of the 2024 standard. */
    SortedSet<String> categories() {
        SortedSet<String> categories = new TreeSet<>(main.values());
        if (ethnicity.values().equals(HISPANIC)) {
            categories.add(DemographicCodes.HISPANIC);
        }
        return categories;
    }

    /** This statement with the other's answer to the question that this one leaves open. */
    Statement completedBy(Statement other) {
        return raceOnly()
                ? new Statement(payerId, tier, observed, combined, main, other.ethnicity)
                : new Statement(payerId, tier, observed, combined, other.main, ethnicity);
    }
}
