package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.mcpstrata.canonicalize.CancellationRules;
import org.mcpstrata.link.Mention;
import org.mcpstrata.link.PersonPolicy;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * What decides, beside the measures, how one person is evaluated.
 *
 * @param drops those that count, with their order
 * @param policy what is settled about a person
 * @param cancellations which versions of a claim stand
 * @param runOut what was known on the cut-off day
 */
record EvaluationRules(
        Drops drops, MeasurementPeriod period, PersonPolicy policy, CancellationRules cancellations, RunOut runOut)
        implements Serializable {
    EvaluationRules {
        requireNonNull(drops, "drops");
        requireNonNull(period, "period");
        requireNonNull(policy, "policy");
        requireNonNull(cancellations, "cancellations");
        requireNonNull(runOut, "runOut");
    }

    static EvaluationRules of(RunBasis basis, PersonPolicy policy) {
        return new EvaluationRules(
                basis.ingested().drops(),
                basis.options().period(),
                policy,
                new CancellationRules(basis.definitions().rules().latestWins()),
                RunOut.of(basis.options().asOf()));
    }

    /** Whether a row makes its member somebody of its drop's line of business, also where it changes no verdict. */
    boolean isMention(CanonicalRow row) {
        return Mention.isMadeBy(row.table())
                && drops.lineOfBusiness(row.payerId(), row.dropId()) != LineOfBusiness.NONE
                && runOut.isKnown(row);
    }
}
