package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.mcpstrata.model.Member;
import scala.Tuple2;

/**
 * Persons behind members.
 *
 * @param personOf every member that was given, once, with the id of its person, in no promised order
 */
public record LinkResult(List<Tuple2<Member, String>> personOf, LinkReport report) {
    public LinkResult {
        personOf = List.copyOf(personOf);
        requireNonNull(report, "report");
    }
}
