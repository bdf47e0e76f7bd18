package org.mcpstrata.stratify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mcpstrata.store.EntryReader;
import org.mcpstrata.store.EntryWriter;

class CountsTravelTest {
    private static final int NUMBERS = 15;
    private static final int AMOUNTS = 6;
    private static final int COMPONENTS = NUMBERS + AMOUNTS + 4;

    /** Counts whose components are zero but for those asked for, which all differ; amounts are always somebody's. */
    private static Counts counts(List<Integer> present, long size) {
        long[] numbers = new long[NUMBERS];
        BigDecimal[] amounts = new BigDecimal[AMOUNTS];
        for (int i = 0; i < NUMBERS; i++) {
            numbers[i] = present.contains(i) ? size + i : 0;
        }
        numbers[NUMBERS - 1] = present.stream().anyMatch(at -> at >= NUMBERS - 2 && at < NUMBERS + AMOUNTS) ? size : 0;
        for (int i = 0; i < AMOUNTS; i++) {
            amounts[i] = present.contains(NUMBERS + i) ? BigDecimal.valueOf(size + i, i) : BigDecimal.ZERO;
        }
        return new Counts(
                new PopulationCounts(
                        numbers[0],
                        numbers[1],
                        numbers[2],
                        numbers[3],
                        numbers[4],
                        numbers[5],
                        numbers[6],
                        numbers[7],
                        numbers[8]),
                new AnswerCounts(numbers[9], numbers[10], numbers[11], numbers[12]),
                new AmountSums(
                        numbers[13],
                        numbers[14],
                        amounts[0],
                        amounts[1],
                        amounts[2],
                        amounts[3],
                        amounts[4],
                        amounts[5]),
                present.contains(21) ? items() : ItemSums.NONE,
                present.contains(22) ? RiskMonths.of(new int[] {3, 200}, new long[] {size, 1}) : RiskMonths.NONE,
                present.contains(23) ? ages() : AgeSums.NONE,
                present.contains(24) ? weights(size) : WeightSums.NONE);
    }

    private static ItemSums items() {
        ItemSums.Sum sum = new ItemSums.Sum(2);
        sum.add(ItemMeansEstimateTest.response(4, 2));
        return sum.sums();
    }

    private static AgeSums ages() {
        AgeSums.Sum sum = new AgeSums.Sum();
        sum.add(AgeBand.FROM_75, true);
        return sum.sums();
    }

    private static WeightSums weights(long size) {
        return new WeightSums(
                BigInteger.valueOf(size),
                BigInteger.ONE,
                BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.TEN),
                BigInteger.ZERO);
    }

    private static byte[] bytes(Counts counts) {
        EntryWriter out = new EntryWriter();
        counts.write(out);
        return out.written();
    }

    private static void arrivesAsItWas(Counts counts) throws IOException {
        EntryReader in = new EntryReader(bytes(counts));
        assertThat(Counts.read(in)).isEqualTo(counts);
        assertThat(in.atEnd()).as("nothing is left").isTrue();
    }

    @Test
    void noComponentTravelsAsAnother() throws IOException {
        for (int component = 0; component < COMPONENTS; component++) {
            arrivesAsItWas(counts(List.of(component), 1));
            arrivesAsItWas(counts(List.of(component), 9_000_000_000L));
        }
    }

    @Test
    void anyComponentsTravelTogether() throws IOException {
        Random random = new Random(20250101);
        for (int round = 0; round < 2000; round++) {
            List<Integer> present = new ArrayList<>();
            for (int component = 0; component < COMPONENTS; component++) {
                if (random.nextBoolean()) {
                    present.add(component);
                }
            }
            arrivesAsItWas(counts(present, 1L << random.nextInt(50)));
        }
    }

    @Test
    void amountsBeyondEighteenDigitsKeepEveryDigit() throws IOException {
        BigDecimal large = new BigDecimal("-123456789012345678901234567890.123456");
        EntryWriter out = new EntryWriter();
        out.decimal(large);
        assertThat(new EntryReader(out.written()).decimal()).isEqualTo(large);
    }

    @Test
    void aCellWithoutAmountsTakesAByteANumber() {
        assertThat(bytes(Counts.ZERO)).hasSize(14);
        assertThat(bytes(counts(List.of(0, 1, 2), 1))).hasSize(14);
    }
}
