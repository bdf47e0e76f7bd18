package org.mcpstrata.stratify;

import java.io.IOException;
import java.math.BigDecimal;
import org.mcpstrata.store.EntryReader;
import org.mcpstrata.store.EntryWriter;

/** {@link Counts} as a few bytes: what is not zero, after a number whose bits say which these are. */
final class CountsCodec {
    private static final int NUMBERS = 15;
    private static final int AMOUNTS = 6;
    private static final long ITEMS = 1L << NUMBERS + AMOUNTS;
    private static final long RISK_MONTHS = ITEMS << 1;
    private static final long AGES = ITEMS << 2;
    private static final long WEIGHTED = ITEMS << 3;

    private CountsCodec() {}

    static void write(EntryWriter out, Counts counts) {
        long[] numbers = numbers(counts);
        BigDecimal[] amounts = amounts(counts);
        long present = present(counts, numbers, amounts);
        out.number(present);
        for (long number : numbers) {
            if (number != 0) {
                out.number(number);
            }
        }
        for (BigDecimal amount : amounts) {
            if (amount.signum() != 0) {
                out.decimal(amount);
            }
        }
        if ((present & ITEMS) != 0) {
            counts.items().write(out);
        }
        if ((present & RISK_MONTHS) != 0) {
            write(out, counts.riskMonths());
        }
        if ((present & AGES) != 0) {
            counts.ages().write(out);
        }
        if ((present & WEIGHTED) != 0) {
            counts.weighted().write(out);
        }
    }

    private static long present(Counts counts, long[] numbers, BigDecimal[] amounts) {
        long present = 0;
        for (int i = 0; i < NUMBERS; i++) {
            present |= numbers[i] == 0 ? 0 : 1L << i;
        }
        for (int i = 0; i < AMOUNTS; i++) {
            present |= amounts[i].signum() == 0 ? 0 : 1L << NUMBERS + i;
        }
        return present
                | (counts.items().items() == 0 ? 0 : ITEMS)
                | (counts.riskMonths().size() == 0 ? 0 : RISK_MONTHS)
                | (counts.ages().isNone() ? 0 : AGES)
                | (counts.weighted().isNone() ? 0 : WEIGHTED);
    }

    /** In the order of the components. */
    private static long[] numbers(Counts counts) {
        return new long[] {
            counts.people(),
            counts.initialPopulation(),
            counts.denominator(),
            counts.denominatorExclusion(),
            counts.denominatorException(),
            counts.performanceDenominator(),
            counts.numerator(),
            counts.notMet(),
            counts.dataSufficient(),
            counts.known(),
            counts.asked2024(),
            counts.direct(),
            counts.conflict(),
            counts.observed(),
            counts.exposed()
        };
    }

    /** In the order of the components. */
    private static BigDecimal[] amounts(Counts counts) {
        return new BigDecimal[] {
            counts.observationSum(),
            counts.exposureSum(),
            counts.observationSquares(),
            counts.products(),
            counts.weights(),
            counts.weightSquares()
        };
    }

    static Counts read(EntryReader in) throws IOException {
        long present = in.number();
        long[] numbers = new long[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] = (present & 1L << i) == 0 ? 0 : in.number();
        }
        BigDecimal[] amounts = new BigDecimal[AMOUNTS];
        for (int i = 0; i < AMOUNTS; i++) {
            amounts[i] = (present & 1L << NUMBERS + i) == 0 ? BigDecimal.ZERO : in.decimal();
        }
        return new Counts(
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                numbers[4],
                numbers[5],
                numbers[6],
                numbers[7],
                numbers[8],
                numbers[9],
                numbers[10],
                numbers[11],
                numbers[12],
                numbers[13],
                numbers[14],
                amounts[0],
                amounts[1],
                amounts[2],
                amounts[3],
                amounts[4],
                amounts[5],
                (present & ITEMS) == 0 ? ItemSums.NONE : ItemSums.read(in),
                (present & RISK_MONTHS) == 0 ? RiskMonths.NONE : readMonths(in),
                (present & AGES) == 0 ? AgeSums.NONE : AgeSums.read(in),
                (present & WEIGHTED) == 0 ? WeightSums.NONE : WeightSums.read(in));
    }

    private static void write(EntryWriter out, RiskMonths months) {
        out.number(months.size());
        for (int i = 0; i < months.size(); i++) {
            out.number(months.cell(i));
            out.number(months.months(i));
        }
    }

    private static RiskMonths readMonths(EntryReader in) throws IOException {
        int size = in.count();
        int[] cells = new int[size];
        long[] months = new long[size];
        for (int i = 0; i < size; i++) {
            cells[i] = Math.toIntExact(in.number());
            months[i] = in.number();
        }
        return RiskMonths.of(cells, months);
    }
}
