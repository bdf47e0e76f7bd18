package org.mcpstrata.canonicalize;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    private final Predicate<CanonicalRow> wholeFills;

    /**
     * Where rows of fills may have been left behind because nobody asks for their drug.
     *
     * @param wholeFills whether all that was delivered of a fill is there, as a row of it tells by its drug
     */
    public FinalAction(Drops drops, CancellationRules rules, Predicate<CanonicalRow> wholeFills) {
        this.order = new RowOrder(drops);
        this.rules = requireNonNull(rules, "rules");
        this.wholeFills = requireNonNull(wholeFills, "wholeFills");
    }

    /** Where nothing was left behind. */
    public FinalAction(Drops drops, CancellationRules rules) {
        this(drops, rules, fill -> true);
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
        Settlement settlement = settle(claims);
        Redelivery delivery = settlement.delivery();
        ClaimFates.Settled settled = settlement.settled();
        List<CanonicalRow> kept = new ArrayList<>(
                delivery.kept().stream().filter(settled::isFinalAction).toList());
        ClaimFollowers followers = new ClaimFollowers(medical(kept), order);
        List<CanonicalRow> keptFollowers = new ArrayList<>(followers.counting(diagnoses));
        keptFollowers.addAll(followers.counting(procedures));
        FinalActionCounts counts = new Accounting(delivery, settled)
                .counts(settlement.rowsIn(), diagnoses.size() + procedures.size(), keptFollowers.size());
        kept.addAll(keptFollowers);
        kept.addAll(new NewestStatement(order).of(others));
        kept.sort(order);
        return new Result(kept, counts, quality(delivery.kept(), settled));
    }

    private record Settlement(int rowsIn, Redelivery delivery, ClaimFates.Settled settled) {}

    /**
     * Settles claims without cancellations that find no fill where it may have been left behind: they are left behind like
     * it. They had to come this far, since one that names another drug, or none, may withdraw a fill that counts.
     */
    private Settlement settle(List<CanonicalRow> claims) {
        Redelivery delivery = Redelivery.of(claims, order);
        ClaimFates.Settled settled = new ClaimFates(order, rules).of(delivery.kept());
        Set<CanonicalRow> untold = delivery.kept().stream()
                .filter(row -> settled.fate(row) == Fate.ORPHANED_VOID && !isWhole(row))
                .collect(Collectors.toSet());
        // What was delivered before in the place of a row that goes comes up again.
        return untold.isEmpty()
                ? new Settlement(claims.size(), delivery, settled)
                : settle(claims.stream().filter(row -> !untold.contains(row)).toList());
    }

    private boolean isWhole(CanonicalRow row) {
        return row.table() != Table.PHARMACY_CLAIM || wholeFills.test(row);
    }

    /** Rules 23 and 30 of inputs.md 7.7. */
    private PersonCounts quality(List<CanonicalRow> delivered, ClaimFates.Settled settled) {
        PersonCounts.Sum sum = new PersonCounts.Sum();
        for (CanonicalRow row : delivered) {
            if (settled.followers().contains(row)) {
                sum.add(row.payerId(), PersonCheck.LINE_HAS_HEADER, one(settled.fate(row) != Fate.HEADERLESS));
            } else if (ClaimColumns.isCancellation(row) && isWhole(row)) {
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
