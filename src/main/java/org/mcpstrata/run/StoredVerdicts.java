package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.stratify.MemberResult;

/**
 * What a published run says of one person and measure.
 *
 * @param rows of {@code member_result}, one for each rate, by rate id
 */
record StoredVerdicts(List<TableRow> rows) {
    StoredVerdicts {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("a person of a run has verdicts");
        }
    }

    /** Looks for the person that a member is. */
    static StoredVerdicts of(PublishedRun run, String measureId, Member member, Configuration conf) {
        requireNonNull(member, "member");
        List<TableRow> found = StoredTables.ofRun(run.folder(), conf)
                .rows(
                        MemberResult.SCHEMA,
                        row -> row.text("measure_id").equals(measureId)
                                && members(row).contains(member));
        if (found.isEmpty()) {
            // The id that was asked for stays out of the message: it names a person.
            throw new ProblemException(ProblemCode.MEMBER_UNKNOWN, Place.of("--member"), "");
        }
        return new StoredVerdicts(found);
    }

    /** The payer members that the person is, in order. */
    List<Member> members() {
        return members(rows.get(0));
    }

    String personId() {
        return rows.get(0).text("person_id");
    }

    /** The practice that answers for the person, and its state. */
    String practice() {
        return rows.get(0).text("practice_id") + ", " + rows.get(0).text("state");
    }

    static List<Member> members(TableRow row) {
        List<Member> members = new ArrayList<>();
        for (Object each : (List<?>) row.value("source_members")) {
            Object[] member = (Object[]) each;
            members.add(new Member((String) member[0], (String) member[1]));
        }
        return members;
    }
}
