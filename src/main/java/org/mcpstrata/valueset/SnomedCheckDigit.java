package org.mcpstrata.valueset;

/**
 * The last digit of a SNOMED CT identifier, a check digit by the method of Verhoeff (SNOMED International, Release File
 * Specification, 6.3). A spreadsheet that rounds a long identifier nearly always breaks it.
 */
final class SnomedCheckDigit {
    private static final int[] SHIFT = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    private static final int SHIFTS = 8;
    private static final int HALF = 5;

    private SnomedCheckDigit() {}

    /** Whether the check digit fits the others; the identifier is digits only. */
    static boolean holds(String identifier) {
        int sum = 0;
        for (int place = 0; place < identifier.length(); place++) {
            int digit = identifier.charAt(identifier.length() - 1 - place) - '0';
            sum = product(sum, shifted(digit, place % SHIFTS));
        }
        return sum == 0;
    }

    private static int shifted(int digit, int times) {
        int shifted = digit;
        for (int time = 0; time < times; time++) {
            shifted = SHIFT[shifted];
        }
        return shifted;
    }

    /** The product of the dihedral group of the pentagon: digits below five turn it, the others mirror it. */
    private static int product(int left, int right) {
        int turned = left < HALF
                ? (right < HALF ? left + right : left + right - HALF)
                : (right < HALF ? left - HALF - right : left - right);
        boolean mirrored = left < HALF != right < HALF;
        return Math.floorMod(turned, HALF) + (mirrored ? HALF : 0);
    }
}
