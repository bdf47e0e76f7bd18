package org.mcpstrata.story;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Table;

/**
 * One hand-written case: a person at a boundary, and what a measure must say about them.
 *
 * @param year the measurement period the story is about
 * @param number place in its file, from 1
 * @param why the one sentence that makes the expectation right
 * @param memberId made from measure and number
 * @param rows eligibility spans first, then the rows of the story in its own order
 * @param expectations one for each rate the story speaks of, never empty
 */
record Story(
        String measure,
        int year,
        int number,
        String name,
        String why,
        About about,
        LineOfBusiness lineOfBusiness,
        String memberId,
        List<StoryRow> rows,
        List<Expectation> expectations) {
    Story {
        requireNonNull(measure, "measure");
        requireNonNull(name, "name");
        requireNonNull(why, "why");
        requireNonNull(about, "about");
        requireNonNull(lineOfBusiness, "lineOfBusiness");
        requireNonNull(memberId, "memberId");
        rows = List.copyOf(rows);
        expectations = List.copyOf(expectations);
        if (expectations.isEmpty()) {
            throw new IllegalArgumentException("a story without an expectation");
        }
    }

    /** The payer that delivers this person: one for each line of business. */
    String payer() {
        return StoryDrop.payerOf(lineOfBusiness);
    }

    boolean hasClaims() {
        return rows.stream().anyMatch(StoryRow::isClaim);
    }

    boolean hasClinicalRecords() {
        return rows.stream().anyMatch(row -> !row.isClaim() && row.table() != Table.ELIGIBILITY);
    }

    @Override
    public String toString() {
        return measure + " " + year + " story " + number + " (" + name + ")";
    }

    /** What decides the story. */
    enum About {
        INITIAL_POPULATION,
        DENOMINATOR_EXCLUSION,
        DENOMINATOR_EXCEPTION,
        NUMERATOR
    }
}
