package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.mcpstrata.model.Member;
import scala.Tuple2;

/**
 * Persons behind members.
 *
 * @param personOf every member that was given, once, with the id of its person, in no promised order
 * @param undescribed persons of whom only rows about care name a member or more, in no promised order
 */
public record LinkResult(List<Tuple2<Member, String>> personOf, List<String> undescribed, LinkReport report) {
    public LinkResult {
        personOf = List.copyOf(personOf);
        undescribed = List.copyOf(undescribed);
        requireNonNull(report, "report");
    }
}
