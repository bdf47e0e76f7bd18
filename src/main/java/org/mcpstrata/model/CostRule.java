package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * How a measure makes a cost of claims (founding decision 13): price, attribute, risk-adjust, winsorise, average,
 * divide by the payer's mean.
 *
 * @param prices amounts of a line that may be its price, the best first; paid and billed amounts are none
 * @param percentile nearest-rank percentile, within the payer, above which a month costs no more
 * @param candidates how a person nobody attributed finds a practice; null for not at all
 * @param unverified what of it rests on memory only
 */
public record CostRule(List<Price> prices, BigDecimal percentile, Candidates candidates, String unverified)
        implements Serializable {
    public CostRule {
        prices = List.copyOf(prices);
        requireNonNull(percentile, "percentile");
        requireNonNull(unverified, "unverified");
        if (prices.isEmpty() || percentile.signum() <= 0 || percentile.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("a cost needs a price and a percentile above 0 and at most 100");
        }
    }

    /** Amounts that are a price. */
    public enum Price {
        ALLOWED_AMOUNT("allowed amount", "allowed_amount"),
        /** For extracts without allowed amounts only: it leaves out what the person paid. */
        PAID_AMOUNT("paid amount", "paid_amount");

        private final String word;
        private final String column;

        Price(String word, String column) {
            this.word = word;
            this.column = column;
        }

        /** The word in definition files. */
        public String word() {
            return word;
        }

        /** The column of {@code medical_claim}. */
        public String column() {
            return column;
        }

        /** The price of that word. */
        public static Price named(String word) {
            for (Price price : values()) {
                if (price.word.equals(word)) {
                    return price;
                }
            }
            throw new IllegalArgumentException("is not a price");
        }
    }

    /**
     * Candidate events (measures.md 12): a primary care service that another one near it, of anybody, or one soon after
     * it, of the same taxpayer, shows to be the start of a relationship with that taxpayer.
     *
     * @param setId value set of the services
     * @param setName its name, for readers
     * @param codes CPT and HCPCS codes of the set
     * @param nearDays days before or after, for a service of any taxpayer
     * @param againDays days after, for one of the same taxpayer
     * @param lastsDays how long the relationship lasts from its candidate event, that day included
     * @param unverified what of it rests on memory only
     */
    public record Candidates(
            String setId,
            String setName,
            Set<String> codes,
            int nearDays,
            int againDays,
            int lastsDays,
            String unverified)
            implements Serializable {
        public Candidates {
            requireNonNull(setId, "setId");
            requireNonNull(setName, "setName");
            codes = Set.copyOf(codes);
            requireNonNull(unverified, "unverified");
            if (nearDays < 0 || againDays < 1 || lastsDays < 1) {
                throw new IllegalArgumentException("candidate events need days");
            }
        }

        /** The same rule with the codes of its set looked up. */
        public Candidates with(Set<String> found) {
            return new Candidates(setId, setName, found, nearDays, againDays, lastsDays, unverified);
        }
    }
}
