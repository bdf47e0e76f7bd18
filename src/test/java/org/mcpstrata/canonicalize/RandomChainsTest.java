package org.mcpstrata.canonicalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.TestRows;

/** Random histories of claims against a ledger that is kept while they are made. */
class RandomChainsTest {
    @Test
    void netPaymentOfRandomChainsIsWhatTheLedgerSays() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            ClaimRows rows = new ClaimRows();
            BigDecimal expected = BigDecimal.ZERO;
            List<String> living = new ArrayList<>();
            int number = 0;
            for (int key = 0; key < 6; key++) {
                int changes = random.nextInt(4);
                BigDecimal paid = amount(random);
                String claim = String.format("%04d", ++number);
                rows.in(drop(random)).header("K" + key, claim, "ORIGINAL", day(number), paid.toString());
                for (int change = 0; change < changes; change++) {
                    rows.in(drop(random)).header("K" + key, id(++number), "CANCELLATION", day(number), paid.toString());
                    paid = amount(random);
                    claim = id(++number);
                    rows.in(drop(random)).header("K" + key, claim, "ADJUSTMENT", day(number), paid.toString());
                }
                if (random.nextBoolean()) {
                    rows.in(drop(random)).header("K" + key, id(++number), "CANCELLATION", day(number), paid.toString());
                } else {
                    expected = expected.add(paid);
                    living.add(claim);
                }
            }
            FinalAction.Result result = new FinalAction(TestRows.DROPS).of(TestRows.shuffled(rows.all(), seed));

            assertThat(FinalActionTest.claims(result)).as("seed %s", seed).hasSize(living.size());
            assertThat(result.counts().of(Fate.FINAL_ACTION).paid())
                    .as("seed %s", seed)
                    .isEqualByComparingTo(expected);
            assertThat(result.counts().paid()).as("seed %s", seed).isEqualByComparingTo(expected);
            assertThat(result.counts().balanced()).as("seed %s", seed).isTrue();
        }
    }

    private static String id(int number) {
        return String.format("%04d", number);
    }

    private static String day(int number) {
        return String.format("2025-%02d-%02d", 1 + number / 28 % 12, 1 + number % 28);
    }

    private static String drop(Random random) {
        return "d" + (1 + random.nextInt(3));
    }

    private static BigDecimal amount(Random random) {
        // Few amounts, so that equal ones meet.
        return new BigDecimal(10 * (1 + random.nextInt(4))).setScale(2);
    }
}
