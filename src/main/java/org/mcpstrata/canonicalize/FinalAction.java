package org.mcpstrata.canonicalize;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.RowOrder;
import org.mcpstrata.model.Table;
import org.mcpstrata.quality.PersonCheck;
import org.mcpstrata.quality.PersonCounts;
import org.mcpstrata.quality.Share;

/**
 * From all delivered rows of one person to the rows that count: final action of claims (inputs.md 1.4, drop-contract.md)
 * and the newest statement of everything else.
 *
 * <p>Denied claims and lines stay and keep their status: denials are a question each measure answers after final action,
 * since answering it earlier would bring an older paid version back to life.
 */
public final class FinalAction {
    private final RowOrder order;
    private final CancellationRules rules;

    public FinalAction(Drops drops, CancellationRules rules) {
        this.order = new RowOrder(drops);
        this.rules = requireNonNull(rules, "rules");
    }

    /** With cancellations of every payer paired off. */
    public FinalAction(Drops drops) {
        this(drops, CancellationRules.PAIR_OFF);
    }

    /**
     * What counts of one person.
     *
     * @param rows in {@link RowOrder}
     * @param quality what quality rules count of claim fates, by payer
     */
    public record Result(List<CanonicalRow> rows, FinalActionCounts counts, PersonCounts quality) {
        public Result {
            rows = List.copyOf(rows);
            requireNonNull(counts, "counts");
            requireNonNull(quality, "quality");
        }
    }

    /**
     * @param personRows all canonical rows of one person, of every payer, member and version, in any order
     */
    public Result of(List<CanonicalRow> personRows) {
        List<CanonicalRow> claims = new ArrayList<>();
        List<CanonicalRow> diagnoses = new ArrayList<>();
        List<CanonicalRow> procedures = new ArrayList<>();
        List<CanonicalRow> others = new ArrayList<>();
        for (CanonicalRow row : personRows) {
            (switch (row.table()) {
                        case MEDICAL_CLAIM, PHARMACY_CLAIM -> claims;
                        case CLAIM_DIAGNOSIS -> diagnoses;
                        case CLAIM_PROCEDURE -> procedures;
                        case PATIENT, ELIGIBILITY, DEMOGRAPHICS, ATTRIBUTION, MBI_CROSSWALK -> others;
                        case ENCOUNTER, CONDITION, PROCEDURE, OBSERVATION, MEDICATION, SERVICE_REQUEST -> others;
                        case SURVEY, RACE_PROBABILITY, RISK_SCORE, PROVIDER -> others;
                    })
                    .add(row);
        }
        Redelivery delivery = Redelivery.of(claims, order);
        ClaimFates.Settled settled = new ClaimFates(order, rules).of(delivery.kept());
        List<CanonicalRow> kept = new ArrayList<>(
                delivery.kept().stream().filter(settled::isFinalAction).toList());
        ClaimFollowers followers = new ClaimFollowers(medical(kept), order);
        List<CanonicalRow> keptFollowers = new ArrayList<>(followers.counting(diagnoses));
        keptFollowers.addAll(followers.counting(procedures));
        FinalActionCounts counts = new Accounting(delivery, settled)
                .counts(claims.size(), diagnoses.size() + procedures.size(), keptFollowers.size());
        kept.addAll(keptFollowers);
        kept.addAll(new NewestStatement(order).of(others));
        kept.sort(order);
        return new Result(kept, counts, quality(delivery.kept(), settled));
    }

    /** Rules 23 and 30 of inputs.md 7.7. */
    private static PersonCounts quality(List<CanonicalRow> delivered, ClaimFates.Settled settled) {
        PersonCounts.Sum sum = new PersonCounts.Sum();
        for (CanonicalRow row : delivered) {
            if (settled.followers().contains(row)) {
                sum.add(row.payerId(), PersonCheck.LINE_HAS_HEADER, one(settled.fate(row) != Fate.HEADERLESS));
            } else if (ClaimColumns.isCancellation(row)) {
                sum.add(
                        row.payerId(),
                        PersonCheck.CANCELLATION_HAS_TARGET,
                        one(settled.fate(row) != Fate.ORPHANED_VOID));
            }
        }
        return sum.counts();
    }

    private static Share one(boolean holds) {
        return new Share(1, holds ? 0 : 1);
    }

    private static List<CanonicalRow> medical(List<CanonicalRow> claims) {
        return claims.stream().filter(row -> row.table() == Table.MEDICAL_CLAIM).toList();
    }
}
