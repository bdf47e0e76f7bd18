package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mcpstrata.model.Practice;
import org.mcpstrata.quality.QualityMarks;
import org.mcpstrata.statistics.Proportion;
import org.mcpstrata.statistics.Reliability;
import org.mcpstrata.statistics.WithinBetween.Place;

/** The values of all rates and strata of one entity and payer scope, and of its practices where it has any. */
public final class ScopeValues {
    private static final Stratum TOTAL = Stratum.of(Stratifiers.TOTAL, "All people", 0, StratumKind.TOTAL);

    /** Everyone else of known value; never a row of {@code stratified_result}. */
    private static final Stratum REST = Stratum.of("REST", "Everyone else of known value", 0, StratumKind.OTHER);

    private final ResultContext context;
    private final List<Stratifier> stratifiers;
    private final Stratifier ofTotal;
    private final Cells cells;
    private final Cells before;
    private final List<ReportedRate> rates;
    private final ResultScope scope;
    private List<PracticeCells> practices;

    private record PracticeCells(Practice practice, Cells.Strata strata) {}

    /**
     * @param stratifiers in the order of their ids
     * @param before cells of the year before, or null
     */
    ScopeValues(
            ResultContext context,
            List<Stratifier> stratifiers,
            Cells cells,
            Cells before,
            List<ReportedRate> rates,
            ResultScope scope) {
        this.context = requireNonNull(context, "context");
        this.stratifiers = List.copyOf(stratifiers);
        this.ofTotal = stratifiers.stream()
                .filter(stratifier -> stratifier.id().equals(Stratifiers.TOTAL))
                .findFirst()
                .orElseThrow();
        this.cells = requireNonNull(cells, "cells");
        this.before = before;
        this.rates = List.copyOf(rates);
        this.scope = requireNonNull(scope, "scope");
    }

    public ResultContext context() {
        return context;
    }

    public ResultScope scope() {
        return scope;
    }

    /** Stratifiers that can be compared by, in the order of their ids: practices are too small for crossings. */
    public List<Stratifier> stratifiers() {
        boolean crossings = scope.entityType() != EntityType.PRACTICE;
        return stratifiers.stream()
                .filter(stratifier -> !stratifier.id().equals(Stratifiers.TOTAL))
                .filter(stratifier -> crossings || !stratifier.isCrossing())
                .toList();
    }

    /** Every rate with rows, in order. */
    public List<RateValues> rates() {
        return rates.stream().map(rate -> values(rate, false)).toList();
    }

    /** The same, and of every stratum everyone else of known value: not of crossings and of practices' small strata. */
    public List<RateValues> ratesWithRest() {
        return rates.stream().map(rate -> values(rate, true)).toList();
    }

    private RateValues values(ReportedRate rate, boolean withRest) {
        Block block = new Block(rate.key(), scope.entity(), scope.payerScope());
        Years years = Years.of(cells, before, block, rate);
        StratifiedRow maker = new StratifiedRow(context, cells, rate, block, RateColumn.ofEntity(cells, block, rate));
        Pair total = years.total();
        StratumValue everybody = maker.value(TOTAL, total.now(), total.earlier(), maker.touch(ofTotal));
        Map<String, ComparedStrata> strata = new TreeMap<>();
        for (Stratifier stratifier : stratifiers()) {
            List<StratumValue> known = new ArrayList<>();
            Map<String, StratumValue> rest = new TreeMap<>();
            if (mayHaveReliable(stratifier, years.now())) {
                fill(stratifier, years, maker, known, withRest && !stratifier.isCrossing() ? rest : null);
            }
            strata.put(
                    stratifier.id(),
                    new ComparedStrata(stratifier, known, rest, everybody, answered(stratifier, years.now())));
        }
        return new RateValues(
                rate.key().measureId(),
                rate.key().rateId(),
                rate.scoring(),
                rate.improvement(),
                !rate.isImprovement() && rate.measure().itemScore() == null,
                strata);
    }

    /** One rate's cells of the period, and of the year before where it compares with that. */
    private record Years(RateColumn now, Optional<RateColumn> earlier) {
        static Years of(Cells cells, Cells before, Block block, ReportedRate rate) {
            return new Years(
                    RateColumn.of(cells, block, rate),
                    Optional.ofNullable(before)
                            .filter(year -> rate.isImprovement())
                            .map(year -> RateColumn.of(year, block, rate)));
        }

        Pair of(Stratifier stratifier, Stratum stratum) {
            return of(stratifier, stratum.id());
        }

        Pair of(Stratifier stratifier, String stratumId) {
            return new Pair(
                    now.of(now.strata().of(stratifier.id()), stratumId),
                    earlier.map(year -> year.of(year.strata().of(stratifier.id()), stratumId))
                            .orElse(Counts.ZERO));
        }

        Pair total() {
            return new Pair(now.total(), earlier.map(RateColumn::total).orElse(Counts.ZERO));
        }
    }

    private record Pair(Counts now, Counts earlier) {
        Pair plus(Pair more) {
            return new Pair(now.plus(more.now), earlier.plus(more.earlier));
        }

        Pair minus(Pair part) {
            return new Pair(
                    part.now.populations().people() == 0 && part.now.amounts().observed() == 0
                            ? now
                            : now.minus(part.now),
                    part.earlier.populations().people() == 0
                                    && part.earlier.amounts().observed() == 0
                            ? earlier
                            : earlier.minus(part.earlier));
        }
    }

    /** Practices and crossings have many strata, most of them too small for anything to be compared with. */
    private boolean mayHaveReliable(Stratifier stratifier, RateColumn rate) {
        if (scope.entityType() != EntityType.PRACTICE && !stratifier.isCrossing()) {
            return true;
        }
        if (rate.total().populations().performanceDenominator() < Reliability.FEWEST) {
            return false;
        }
        Map<String, Counts[]> strata = rate.strata().of(stratifier.id());
        return stratifier.strata().stream()
                .anyMatch(stratum ->
                        rate.of(strata, stratum.id()).populations().performanceDenominator() >= Reliability.FEWEST);
    }

    /** @param rest null where it is not wanted */
    private void fill(
            Stratifier stratifier,
            Years years,
            StratifiedRow maker,
            List<StratumValue> known,
            Map<String, StratumValue> rest) {
        QualityMarks.Touch touch = maker.touch(stratifier);
        Pair ofKnown = rest == null ? null : known(stratifier, years);
        for (Stratum stratum : stratifier.strata()) {
            Pair counts = years.of(stratifier, stratum);
            if (!stratum.kind().isMissing() && counts.now().populations().performanceDenominator() > 0) {
                StratumValue value = maker.value(stratum, counts.now(), counts.earlier(), touch);
                if (value.isShown()) {
                    known.add(value);
                    if (rest != null && (value.isReliable() || scope.entityType() != EntityType.PRACTICE)) {
                        Pair others = ofKnown.minus(counts).plus(years.of(stratifier, CellGroup.without(stratum.id())));
                        rest.put(stratum.id(), maker.value(REST, others.now(), others.earlier(), touch));
                    }
                }
            }
        }
        known.sort(Comparator.comparing(value -> value.stratum().id()));
    }

    /** Everybody but those without a known value, each person once even where strata overlap. */
    private static Pair known(Stratifier stratifier, Years years) {
        Pair known = years.total();
        for (Stratum stratum : stratifier.strata()) {
            if (stratum.kind().isMissing()) {
                known = known.minus(years.of(stratifier, stratum));
            }
        }
        return known.plus(years.of(stratifier, CellGroup.KNOWN));
    }

    /** Of people to whom the question applies, those whose answer is known, and was given where it is one to be given. */
    private Double answered(Stratifier stratifier, RateColumn rate) {
        Map<String, Counts[]> strata = rate.strata().of(stratifier.id());
        Counts union = rate.of(strata, CellGroup.UNION);
        long applies = union.populations().performanceDenominator();
        for (Stratum stratum : stratifier.strata()) {
            if (stratum.kind() == StratumKind.NOT_APPLICABLE) {
                applies -= rate.of(strata, stratum.id()).populations().performanceDenominator();
            }
        }
        long given = stratifier.isAnswered()
                ? union.answers().direct()
                : union.answers().known();
        return applies == 0 ? null : (Double) (100.0 * given / applies);
    }

    /**
     * How two strata are spread over the practices of this scope, for a rate that is a proportion; stand-ins for people
     * whom nobody attributed come last.
     *
     * @param standIns whether these are wanted too
     */
    public List<Place> places(RateValues rate, Stratifier stratifier, String one, String other, boolean standIns) {
        int position = cells.rates().indexOf(new RateKey(rate.measureId(), rate.rateId()));
        List<Place> places = new ArrayList<>();
        for (boolean standIn : standIns ? new boolean[] {false, true} : new boolean[] {false}) {
            for (PracticeCells practice : practices()) {
                if (practice.practice().isStandIn() == standIn) {
                    Map<String, Counts[]> strata = practice.strata().of(stratifier.id());
                    places.add(
                            new Place(proportion(strata.get(one), position), proportion(strata.get(other), position)));
                }
            }
        }
        return places;
    }

    private static Proportion proportion(Counts[] rates, int position) {
        Counts counts = rates == null || rates[position] == null ? Counts.ZERO : rates[position];
        return new Proportion(
                counts.populations().numerator(), counts.populations().performanceDenominator());
    }

    private List<PracticeCells> practices() {
        if (practices == null) {
            practices = cells.practices().values().stream()
                    .filter(practice -> isIn(practice))
                    .map(practice -> new PracticeCells(
                            practice, cells.strata(new Entity(EntityType.PRACTICE, practice.id()), scope.payerScope())))
                    .toList();
        }
        return practices;
    }

    private boolean isIn(Practice practice) {
        return switch (scope.entityType()) {
            case PROGRAM -> true;
            case STATE -> practice.state().equals(scope.entityId());
            case PRACTICE, TIN, COUNTY -> false;
        };
    }
}
