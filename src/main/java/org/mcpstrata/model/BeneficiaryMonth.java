package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * One month in which a payer covered a person on the 15th and the person was attributed to a practice, with what the
 * payer allowed for the services that began in it.
 *
 * @param month 1 to 12 of the year that is looked at
 * @param practice of that month: cost goes month by month (founding decision 5)
 * @param dollars allowed amounts; null where a counted line has no price, because such a month is not a cheap one
 * @param unpricedLines counted claim lines of the month without a price
 * @param score the payer's risk score of the person for the year; null where none was supplied
 */
public record BeneficiaryMonth(
        String measureId,
        String payerId,
        LineOfBusiness lineOfBusiness,
        int month,
        Practice practice,
        BigDecimal dollars,
        int unpricedLines,
        BigDecimal score)
        implements Serializable {
    public BeneficiaryMonth {
        requireNonNull(measureId, "measureId");
        requireNonNull(payerId, "payerId");
        requireNonNull(lineOfBusiness, "lineOfBusiness");
        requireNonNull(practice, "practice");
        if (month < 1 || month > 12 || unpricedLines < 0 || (dollars == null) != (unpricedLines > 0)) {
            throw new IllegalArgumentException("a beneficiary month has a price or lines without one");
        }
        if (score != null && score.signum() <= 0) {
            throw new IllegalArgumentException("a risk score is above zero");
        }
    }

    /** Never a value of a person. */
    @Override
    public String toString() {
        return "a month of " + payerId;
    }
}
