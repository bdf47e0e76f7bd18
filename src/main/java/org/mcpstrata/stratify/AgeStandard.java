package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mcpstrata.model.MeasureInfo.Scoring;
import org.mcpstrata.statistics.DirectStandard;
import org.mcpstrata.statistics.DirectStandard.Band;
import org.mcpstrata.statistics.DirectStandard.Standardised;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * The ages of everybody in the program who counts in a proportion, whoever pays: the standard to which every stratum's
 * value is brought (stratification.md 4.6). A band in which the program has nobody has no weight and plays no part.
 */
final class AgeStandard {
    private static final AgeBand[] BANDS = AgeBand.values();

    private final String id;
    private final AgeSums everybody;

    private AgeStandard(String id, AgeSums everybody) {
        this.id = requireNonNull(id, "id");
        this.everybody = requireNonNull(everybody, "everybody");
    }

    /** The standard of a rate; empty where the rate is no proportion, or nobody in it has a known age. */
    static Optional<AgeStandard> of(Cells cells, ReportedRate rate, MeasurementPeriod period) {
        if (rate.scoring() != Scoring.PROPORTION || rate.isImprovement()) {
            return Optional.empty();
        }
        AgeSums everybody =
                RateColumn.of(cells, cells.everybody(rate.key()), rate).total().ages();
        return everybody.people() == 0
                ? Optional.empty()
                : Optional.of(new AgeStandard(
                        "internal:" + rate.key().measureId() + ":" + rate.key().rateId() + ":" + period.year(),
                        everybody));
    }

    /** Names the standard in rows: the program's own people of this measure, rate and period. */
    String id() {
        return id;
    }

    /**
     * The value these people would have if their ages were those of the standard. Empty where a band that has weight has
     * nobody here, and where the age of anybody here is unknown: the value would be that of other people than the row's.
     */
    Optional<Standardised> standardised(Counts counts) {
        AgeSums ages = counts.ages();
        if (ages.people() == 0 || ages.people() != counts.populations().performanceDenominator()) {
            return Optional.empty();
        }
        List<Band> bands = new ArrayList<>(BANDS.length);
        for (AgeBand band : BANDS) {
            if (everybody.denominator(band) > 0) {
                double weight = (double) everybody.denominator(band) / everybody.people();
                bands.add(new Band(weight, ages.proportion(band)));
            }
        }
        return DirectStandard.proportion(bands);
    }
}
