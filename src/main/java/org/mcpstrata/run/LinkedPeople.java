package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import org.mcpstrata.link.LinkReport;
import org.mcpstrata.link.PersonPolicy;

/**
 * The persons of a run, before anything about them is evaluated.
 *
 * @param persons the person of every member
 * @param members which members each person is
 * @param undescribed those of whom only rows about care name a member or more: none of these rows need count
 * @param policy what decides what is settled about a person, the practices of the run among it
 */
record LinkedPeople(
        LinkReport report, PersonIndex persons, MemberSets members, PersonSet undescribed, PersonPolicy policy) {
    LinkedPeople {
        requireNonNull(report, "report");
        requireNonNull(persons, "persons");
        requireNonNull(members, "members");
        requireNonNull(undescribed, "undescribed");
        requireNonNull(policy, "policy");
    }
}
