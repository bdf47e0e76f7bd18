package org.mcpstrata.evaluate;

/** Tells the code systems of billed service codes apart: claims carry CPT and HCPCS level II in one field. */
final class ServiceCodes {
    private ServiceCodes() {}

    /** The code with its system: a leading letter is HCPCS level II, everything else is CPT. */
    static String coding(String code) {
        char first = code.charAt(0);
        boolean letterFirst = first >= 'A' && first <= 'Z';
        return (letterFirst ? "HCPCS|" : "CPT|") + code;
    }

    /** Whether a coding is a CPT category II code, four digits and an F: it reports quality and is no service. */
    static boolean isCategoryTwo(String coding) {
        return coding.length() == 9 && coding.startsWith("CPT|") && coding.charAt(8) == 'F';
    }
}
