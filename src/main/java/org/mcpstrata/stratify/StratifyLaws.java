package org.mcpstrata.stratify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.TableRow;

/**
 * The conservation laws of {@code stratified_result}, counted over its rows as they were read back from disk: populations
 * add up in every row, exclusive strata sum to the total, overlapping ones cover it, practices sum to states and states
 * to the program, as do TINs and counties where they are wanted; crossings of single payers, which practices do not have, sum from states up.
 *
 * <p>What was brought to the ages of a standard has a value and names the standard; brought to its own ages, the program
 * is as it is.
 *
 * <p>Each law gives the sums of both sides, and beside it how many single rows or cells disagree, so that two errors
 * cannot cancel one another.
 */
public final class StratifyLaws {
    private static final String STAGE = "stratify";

    // Positions of columns: every row of the largest table is asked for each of them.
    private static final int MEASURE = column("measure_id");
    private static final int RATE = column("rate_id");
    private static final int ENTITY_TYPE = column("entity_type");
    private static final int ENTITY_ID = column("entity_id");
    private static final int PAYER_SCOPE = column("payer_scope");
    private static final int STRATIFIER = column("stratifier_id");
    private static final int STRATUM = column("stratum_id");
    private static final int ENTITY_STATE = column("entity_state");
    private static final int EXCLUSIVE = column("exclusive");
    private static final int COMPONENTS = column("components");
    private static final int INITIAL_POPULATION = column("initial_population");
    private static final int DENOMINATOR = column("denominator");
    private static final int DENOMINATOR_EXCLUSION = column("denominator_exclusion");
    private static final int DENOMINATOR_EXCEPTION = column("denominator_exception");
    private static final int PERFORMANCE_DENOMINATOR = column("performance_denominator");
    private static final int NUMERATOR = column("numerator");
    private static final int NOT_MET = column("not_met");
    private static final int VALUE = column("value");
    private static final int STD_VALUE = column("std_value");
    private static final int STD_WEIGHTS_ID = column("std_weights_id");

    /** Weighing bands and adding them up again rounds, by less than this. */
    private static final double ROUNDING = 1e-9;

    private final SortedMap<String, Populations> populations = new TreeMap<>();
    private final Map<List<String>, RowSums> totals = new HashMap<>();
    private final Map<List<String>, RowSums> exclusive = new HashMap<>();
    private final Map<List<String>, RowSums> overlapping = new HashMap<>();
    private final Map<List<String>, RowSums> practicesByState = new HashMap<>();
    private final Map<List<String>, RowSums> states = new HashMap<>();
    private final Map<List<String>, RowSums> statesByProgram = new HashMap<>();
    private final Map<List<String>, RowSums> programs = new HashMap<>();
    private final Map<List<String>, RowSums> tins = new HashMap<>();
    private final Map<List<String>, RowSums> counties = new HashMap<>();
    private final Map<List<String>, RowSums> single = new HashMap<>();
    private String lastMeasureId;
    private String lastRateId;
    private String rate;

    private static final class Populations {
        private long initial;
        private long parts;
        private long broken;
        private long notStandard;
    }

    /** Counts one row of the table; each row once, in any order. */
    public void add(TableRow row) {
        nameRate(row);
        addPopulations(row);
        List<String> block = List.of(rate, text(row, ENTITY_TYPE), text(row, ENTITY_ID), text(row, PAYER_SCOPE));
        String stratifier = text(row, STRATIFIER);
        if (stratifier.equals(Stratifiers.TOTAL)) {
            sum(totals, block, row);
        } else {
            List<String> key = List.of(block.get(0), block.get(1), block.get(2), block.get(3), stratifier);
            sum((Boolean) row.values()[EXCLUSIVE] ? exclusive : overlapping, key, row);
        }
        addRollUp(row);
    }

    /** Rows of one rate follow one another: its name, which is part of every key, is made once. */
    private void nameRate(TableRow row) {
        String measureId = text(row, MEASURE);
        String rateId = text(row, RATE);
        if (!measureId.equals(lastMeasureId) || !rateId.equals(lastRateId)) {
            lastMeasureId = measureId;
            lastRateId = rateId;
            rate = measureId + " " + rateId;
        }
    }

    private void addPopulations(TableRow row) {
        Populations sums = populations.computeIfAbsent(rate, key -> new Populations());
        long initial = count(row, INITIAL_POPULATION);
        long outsideDenominator = initial - count(row, DENOMINATOR);
        Long notMet = count(row, NOT_MET);
        long inPerformance = notMet == null ? count(row, PERFORMANCE_DENOMINATOR) : count(row, NUMERATOR) + notMet;
        long parts = count(row, DENOMINATOR_EXCLUSION)
                + count(row, DENOMINATOR_EXCEPTION)
                + inPerformance
                + outsideDenominator;
        sums.initial += initial;
        sums.parts += parts;
        sums.broken += initial == parts && outsideDenominator >= 0 ? 0 : 1;
        sums.notStandard += isStandardised(row) ? 0 : 1;
    }

    private static boolean isStandardised(TableRow row) {
        Double standardised = (Double) row.values()[STD_VALUE];
        if (standardised == null) {
            return true;
        }
        Double value = (Double) row.values()[VALUE];
        boolean everybody = text(row, ENTITY_TYPE).equals(EntityType.PROGRAM.name())
                && text(row, PAYER_SCOPE).equals(CellCounter.ALL)
                && text(row, STRATIFIER).equals(Stratifiers.TOTAL);
        return value != null
                && text(row, STD_WEIGHTS_ID) != null
                && (!everybody || Math.abs(standardised - value) <= ROUNDING);
    }

    private void addRollUp(TableRow row) {
        List<String> cell = List.of(rate, text(row, PAYER_SCOPE), text(row, STRATIFIER), text(row, STRATUM));
        switch (EntityType.valueOf(text(row, ENTITY_TYPE))) {
            case PRACTICE -> sum(practicesByState, withState(cell, row), row);
            case STATE -> {
                if (isShownOfPractices(row)) {
                    sum(states, withState(cell, row), row);
                }
                sum(statesByProgram, cell, row);
            }
            case PROGRAM -> {
                sum(programs, cell, row);
                if (row.values()[COMPONENTS] == null && text(row, PAYER_SCOPE).equals(CellCounter.ALL)) {
                    sum(single, cell, row);
                }
            }
            case TIN -> sum(tins, cell, row);
            case COUNTY -> sum(counties, cell, row);
        }
    }

    /** Crossings of practices are written for all payers together only. */
    private static boolean isShownOfPractices(TableRow row) {
        return row.values()[COMPONENTS] == null || text(row, PAYER_SCOPE).equals(CellCounter.ALL);
    }

    private static List<String> withState(List<String> cell, TableRow row) {
        return List.of(cell.get(0), cell.get(1), cell.get(2), cell.get(3), text(row, ENTITY_STATE));
    }

    private static int column(String name) {
        return StratifiedResult.SCHEMA.column(name).index();
    }

    private static String text(TableRow row, int column) {
        return (String) row.values()[column];
    }

    private static Long count(TableRow row, int column) {
        return (Long) row.values()[column];
    }

    private static void sum(Map<List<String>, RowSums> sums, List<String> key, TableRow row) {
        sums.computeIfAbsent(key, absent -> new RowSums()).add(row);
    }

    /** All laws with both their sides. */
    public List<Law> laws() {
        List<Law> laws = new ArrayList<>();
        populations.forEach((rate, sums) -> {
            laws.add(Law.of(
                    STAGE,
                    rate + ": initial population = exclusions + exceptions + numerator + not met + outside denominator",
                    sums.initial,
                    sums.parts));
            laws.add(Law.of(STAGE, rate + ": rows whose populations do not add up", sums.broken, 0));
            laws.add(Law.of(
                    STAGE,
                    rate + ": rows standardised without a value or a standard, or away from their own ages",
                    sums.notStandard,
                    0));
        });
        strata(laws);
        covered(laws);
        same(laws, "practices sum to states", practicesByState, states);
        same(laws, "states sum to the program", statesByProgram, programs);
        if (!tins.isEmpty()) {
            same(laws, "TINs sum to the program", tins, single);
        }
        if (!counties.isEmpty()) {
            same(laws, "counties sum to the program", counties, single);
        }
        return laws;
    }

    private void strata(List<Law> laws) {
        SortedMap<String, long[]> sides = new TreeMap<>();
        exclusive.forEach((key, strata) -> {
            RowSums total = totals.getOrDefault(key.subList(0, 4), new RowSums());
            long[] side = sides.computeIfAbsent(key.get(0) + ", " + key.get(4), absent -> new long[3]);
            side[0] += strata.initialPopulation();
            side[1] += total.initialPopulation();
            side[2] += strata.differences(total);
        });
        sides.forEach((what, side) -> {
            laws.add(Law.of(STAGE, what + ": strata sum to the total", side[0], side[1]));
            laws.add(Law.of(STAGE, what + ": cells whose strata do not sum to the total", side[2], 0));
        });
    }

    private void covered(List<Law> laws) {
        SortedMap<String, Long> uncovered = new TreeMap<>();
        overlapping.forEach((key, strata) -> {
            long total = totals.getOrDefault(key.subList(0, 4), new RowSums()).initialPopulation();
            uncovered.merge(key.get(0) + ", " + key.get(4), Math.max(0, total - strata.initialPopulation()), Long::sum);
        });
        uncovered.forEach((what, people) ->
                laws.add(Law.of(STAGE, what + ": people of the total in no overlapping stratum", people, 0)));
    }

    private static void same(
            List<Law> laws, String statement, Map<List<String>, RowSums> parts, Map<List<String>, RowSums> wholes) {
        SortedMap<String, long[]> sides = new TreeMap<>();
        Map<List<String>, RowSums> either = new HashMap<>();
        either.putAll(parts);
        either.putAll(wholes);
        either.keySet().forEach(key -> {
            RowSums part = parts.getOrDefault(key, new RowSums());
            RowSums whole = wholes.getOrDefault(key, new RowSums());
            long[] side = sides.computeIfAbsent(key.get(0), absent -> new long[3]);
            side[0] += part.initialPopulation();
            side[1] += whole.initialPopulation();
            side[2] += part.differences(whole);
        });
        sides.forEach((rate, side) -> {
            laws.add(Law.of("roll-up", rate + ": " + statement, side[0], side[1]));
            laws.add(Law.of("roll-up", rate + ": cells where this does not hold: " + statement, side[2], 0));
        });
    }
}
