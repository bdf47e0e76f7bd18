package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import org.mcpstrata.link.LinkReport;

/**
 * What the stages of a run counted, each on its own: the laws hold one against the other before the run is published.
 *
 * @param memberRows rows written to {@code member_result}
 * @param linked who was linked
 * @param linkage the tables about that
 * @param nobody survey responses that name nobody
 */
record RunSides(
        PassSums sums,
        long memberRows,
        LinkReport linked,
        LinkageTables linkage,
        Surveys surveys,
        AnonymousCounts nobody) {
    RunSides {
        requireNonNull(sums, "sums");
        requireNonNull(linked, "linked");
        requireNonNull(linkage, "linkage");
        requireNonNull(surveys, "surveys");
        requireNonNull(nobody, "nobody");
    }
}
