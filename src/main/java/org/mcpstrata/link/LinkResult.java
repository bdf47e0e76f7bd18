package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import org.apache.spark.api.java.JavaPairRDD;
import org.mcpstrata.model.Member;

/**
 * Persons behind members.
 *
 * @param personOf every member that was given, once, with the id of its person; kept by Spark until unpersisted
 * @param ids ids for members that were not given
 */
public record LinkResult(JavaPairRDD<Member, String> personOf, PersonIds ids, LinkReport report) {
    public LinkResult {
        requireNonNull(personOf, "personOf");
        requireNonNull(ids, "ids");
        requireNonNull(report, "report");
    }
}
