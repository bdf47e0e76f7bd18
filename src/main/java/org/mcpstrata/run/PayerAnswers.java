package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.ingest.DropState;
import org.mcpstrata.ingest.FileOutcome;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Table;
import org.mcpstrata.quality.Check;
import org.mcpstrata.quality.DescribedMonths;
import org.mcpstrata.quality.DropVolume;
import org.mcpstrata.quality.QualityCounts;
import org.mcpstrata.quality.RunOutMonths;
import org.mcpstrata.quality.Share;
import org.mcpstrata.time.DayRange;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * What a run can say of its payers once everybody was evaluated: the answers to the quality rules that intake cannot give.
 * Only drops that count are asked, which the run's id names: a drop that others took the place of changes no answer.
 */
final class PayerAnswers {
    /** Types of files whose records are claims. The archive is counted as a whole, most of which are claims. */
    private static final Set<String> OF_CLAIMS = Set.of(
            "medical-claims",
            "pharmacy-claims",
            "medical_claim",
            "pharmacy_claim",
            "cclf1",
            "cclf5",
            "cclf6",
            "cclf7",
            "cclf-archive",
            "carrier",
            "inpatient",
            "outpatient",
            "snf",
            "hha",
            "hospice",
            "dme",
            "pde");

    private final MeasurementPeriod period;
    private final LocalDate known;
    private final QualityCounts counts;
    private final SortedMap<String, Share> providers;
    private final List<DropOutcome> oldestFirst;
    private final Set<String> withClaims;

    /**
     * @param known last day of which the run may know; {@link LocalDate#MAX} without a cut-off
     * @param providers as {@link KnownProviders} counts them
     */
    PayerAnswers(
            MeasurementPeriod period,
            LocalDate known,
            IngestResult ingested,
            QualityCounts counts,
            SortedMap<String, Share> providers) {
        this.period = requireNonNull(period, "period");
        this.known = requireNonNull(known, "known");
        this.counts = requireNonNull(counts, "counts");
        this.providers = Collections.unmodifiableSortedMap(new TreeMap<>(providers));
        Drops drops = ingested.drops();
        this.oldestFirst = ingested.outcomes().stream()
                .filter(drop -> drop.state() == DropState.ACCEPTED)
                .sorted(Comparator.comparingInt(drop -> drops.rank(drop.payer(), drop.drop())))
                .toList();
        this.withClaims = ingested.files().stream()
                .filter(file -> file.table() == Table.MEDICAL_CLAIM && file.rows() > 0)
                .map(RowSources::of)
                .collect(Collectors.toSet());
    }

    QualityCounts counts() {
        return counts;
    }

    /**
     * What was counted of a payer for a rule that speaks of its drops together.
     *
     * @throws IllegalArgumentException for a rule about one drop
     */
    Share of(String payer, Check check) {
        if (check instanceof Check.People people) {
            return counts.people().of(payer, people.people());
        } else if (check instanceof Check.Codes) {
            return counts.codes().of(payer);
        } else if (check instanceof Check.Providers) {
            return providers.getOrDefault(payer, Share.NONE);
        } else if (check instanceof Check.Months) {
            return new DescribedMonths(period, known)
                    .missing(describingClaims(payer).stream()
                            .map(PayerAnswers::described)
                            .toList());
        } else if (check instanceof Check.RunOut runOut) {
            Optional<LocalDate> newest =
                    describingClaims(payer).stream().map(PayerAnswers::created).max(Comparator.naturalOrder());
            return newest.map(created ->
                            new RunOutMonths(period, known).thin(counts.monthsOf(payer), created, runOut.least()))
                    .orElse(Share.NONE);
        }
        throw new IllegalArgumentException("a rule about one drop has no answer of its payer");
    }

    /** What was counted of the claims of one drop that counts, beside the drops of its payer before it. */
    Share volume(DropOutcome drop) {
        if (nothingCounts(drop)) {
            return Share.NONE;
        }
        List<DropVolume> earlier = new ArrayList<>();
        for (DropOutcome other : oldestFirst) {
            if (other.equals(drop)) {
                return volumeOf(drop).drift(earlier, counts.monthsOf(drop.payer()), period);
            }
            if (other.payer().equals(drop.payer())) {
                earlier.add(volumeOf(other));
            }
        }
        return Share.NONE;
    }

    /** Whether newer drops took the place of every claim that it brought: it cannot be wrong any more. */
    private static boolean nothingCounts(DropOutcome drop) {
        List<FileOutcome> claims = claims(drop);
        return claims.stream().anyMatch(file -> file.superseded() > 0)
                && claims.stream().allMatch(file -> file.superseded() == file.accepted());
    }

    private static DropVolume volumeOf(DropOutcome drop) {
        SortedMap<String, Long> records = new TreeMap<>();
        claims(drop).forEach(file -> records.merge(file.type(), file.accepted(), Long::sum));
        return new DropVolume(described(drop), records);
    }

    private static List<FileOutcome> claims(DropOutcome drop) {
        return drop.files().stream()
                .filter(file -> OF_CLAIMS.contains(file.type()))
                .toList();
    }

    /** Other drops say nothing of claims: an attribution file may go on when claims do not come any more. */
    private List<DropOutcome> describingClaims(String payer) {
        return oldestFirst.stream()
                .filter(drop -> drop.payer().equals(payer))
                .filter(drop ->
                        withClaims.contains(drop.payer() + '/' + drop.drop() + '/' + Table.MEDICAL_CLAIM.tableName()))
                .toList();
    }

    private static DayRange described(DropOutcome drop) {
        return requireNonNull(drop.quality().described(), "described");
    }

    private static LocalDate created(DropOutcome drop) {
        return requireNonNull(drop.quality().created(), "created");
    }
}
