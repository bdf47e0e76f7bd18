package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

/**
 * How one payer writes APCD-CDL files; payers differ in all of it (inputs.md 2.1 and 2.4).
 *
 * @param submitter data submitter and payer code
 * @param product insurance product code of element 004 (003 and 004 in eligibility)
 * @param market market category of eligibility rows
 */
record ApcdForm(
        Payer payer,
        String submitter,
        String name,
        String product,
        String market,
        Amounts amounts,
        Flags flags,
        Replacement replacement) {
    /** How amounts are written. */
    enum Amounts {
        IMPLIED_CENTS,
        POINT
    }

    /** How yes, no and unknown are written. */
    enum Flags {
        ONE_TWO_THREE("1", "2", "3"),
        LETTERS("Y", "N", "U");

        private final String yes;
        private final String no;
        private final String unknown;

        Flags(String yes, String no, String unknown) {
            this.yes = yes;
            this.no = no;
            this.unknown = unknown;
        }
    }

    /** How a claim is replaced. */
    enum Replacement {
        /** The same claim number with a higher version. */
        VERSION,
        /** New claim numbers that name the old one in element 008. */
        CROSS_REFERENCE
    }

    ApcdForm {
        requireNonNull(payer, "payer");
        requireNonNull(submitter, "submitter");
        requireNonNull(name, "name");
        requireNonNull(product, "product");
        requireNonNull(market, "market");
        requireNonNull(amounts, "amounts");
        requireNonNull(flags, "flags");
        requireNonNull(replacement, "replacement");
    }

    static ApcdForm of(Payer payer) {
        return switch (payer) {
            case SUMMIT ->
                new ApcdForm(
                        payer,
                        "SUMMIT",
                        "Summit Invented Medicare Advantage",
                        "16",
                        "OTH",
                        Amounts.IMPLIED_CENTS,
                        Flags.ONE_TWO_THREE,
                        Replacement.VERSION);
            case MEDICAID ->
                new ApcdForm(
                        payer,
                        "STMCAID",
                        "Invented State Medicaid",
                        "MC",
                        "OTH",
                        Amounts.POINT,
                        Flags.LETTERS,
                        Replacement.CROSS_REFERENCE);
            case BLUESTONE ->
                new ApcdForm(
                        payer,
                        "BLUSTN",
                        "Bluestone Invented Health Plan",
                        "12",
                        "GLG",
                        Amounts.IMPLIED_CENTS,
                        Flags.LETTERS,
                        Replacement.VERSION);
            case MEDICARE_FFS -> throw new IllegalArgumentException("Medicare sends CCLF files");
        };
    }

    String amount(long cents) {
        if (amounts == Amounts.IMPLIED_CENTS) {
            return Long.toString(cents);
        }
        long size = Math.abs(cents);
        return (cents < 0 ? "-" : "") + size / 100 + "." + Identifiers.digits(size % 100, 2);
    }

    String yes() {
        return flags.yes;
    }

    String no() {
        return flags.no;
    }

    String unknown() {
        return flags.unknown;
    }

    String flag(boolean value) {
        return value ? yes() : no();
    }
}
