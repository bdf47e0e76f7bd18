package org.mcpstrata.statistics;

/**
 * Whether a proportion is fit for print by the standard of the National Center for Health Statistics (Series 2 No. 175;
 * stratification.md 4.7, whose cut-points are from memory).
 */
public final class PresentationStandard {
    private static final long FEWEST = 30;
    private static final double WIDE = 0.30;
    private static final double NARROW = 0.05;
    private static final double RELATIVE = 1.30;

    private PresentationStandard() {}

    /** True where the proportion may be shown. */
    public static boolean allows(Proportion proportion) {
        if (proportion.denominator() < FEWEST) {
            return false;
        }
        double width = ClopperPearson.of(proportion).width();
        if (width >= WIDE) {
            return false;
        }
        return width <= NARROW || width <= RELATIVE * proportion.value();
    }
}
