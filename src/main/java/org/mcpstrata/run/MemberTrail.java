package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.publish.CountedTables;
import org.mcpstrata.publish.Reread;
import org.mcpstrata.publish.SparkTables;
import org.mcpstrata.publish.Staging;
import org.mcpstrata.stratify.MemberTotals;
import org.mcpstrata.stratify.StratumTotals;

/** What the people of {@code member_result} and {@code member_stratum} add up to, as both were read back. */
record MemberTrail(MemberTotals members, StratumTotals strata) implements Serializable {
    MemberTrail {
        requireNonNull(members, "members");
        requireNonNull(strata, "strata");
    }

    /** Starts reading both tables back, which needs nothing that is made of them. */
    static Beside<Reread<MemberTrail>> readBack(
            SparkTables tables, Staging staging, List<MeasureInfo> measures, CountedTables<?> evaluated) {
        return Beside.start(
                "read members back",
                () -> tables.rereadTogether(
                        staging,
                        evaluated.tables().get(0),
                        evaluated.tables().get(1),
                        (results, strata) -> of(measures, results, strata)));
    }

    private static MemberTrail of(List<MeasureInfo> measures, Iterator<TableRow> results, Iterator<TableRow> strata) {
        MemberTotals members = new MemberTotals();
        return new MemberTrail(members, new StratumTotals(measures).read(results, strata, members::add));
    }

    MemberTrail plus(MemberTrail other) {
        return new MemberTrail(members.plus(other.members), strata.plus(other.strata));
    }
}
