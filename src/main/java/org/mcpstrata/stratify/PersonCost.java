package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;

/**
 * One person's beneficiary months of one payer and measure.
 *
 * @param riskCell number of the person's cell in the measure's risk model
 * @param score the payer's risk score of the person; null where none was supplied
 */
record PersonCost(String measureId, String payerId, int riskCell, BigDecimal score, List<Month> months) {
    PersonCost {
        requireNonNull(measureId, "measureId");
        requireNonNull(payerId, "payerId");
        months = List.copyOf(months);
    }

    /**
     * One of them.
     *
     * @param scope line of business that covered it
     * @param dollars null where a counted line has no price
     */
    record Month(String practiceId, String scope, BigDecimal dollars, int unpricedLines) {
        Month {
            requireNonNull(practiceId, "practiceId");
            requireNonNull(scope, "scope");
        }
    }

    PayerKey payer() {
        return new PayerKey(measureId, payerId);
    }

    /** Months with a price. */
    List<Month> priced() {
        return months.stream().filter(month -> month.dollars() != null).toList();
    }
}
