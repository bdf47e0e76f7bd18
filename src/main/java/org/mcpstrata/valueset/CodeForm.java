package org.mcpstrata.valueset;

import java.util.Locale;

/** The one written form of a code: trimmed, upper case, with the punctuation of its system. */
public final class CodeForm {
    private CodeForm() {}

    /** The normal form; codes that do not fit their system's shape are only trimmed and upper-cased. */
    public static String normal(CodeSystem system, String code) {
        String trimmed = code.trim().toUpperCase(Locale.ROOT);
        return switch (system) {
            case ICD10CM -> dotted(trimmed.replace(".", ""), 3);
            case ICD9CM -> dotted(trimmed.replace(".", ""), trimmed.startsWith("E") ? 4 : 3);
            case ICD10PCS, ICD9PCS -> trimmed.replace(".", "");
            case CDCREC -> hyphenated(trimmed.replace("-", ""));
            case UBREV -> padded(trimmed, 4);
            case POS, DISCHARGE, NCHTYPE -> padded(trimmed, 2);
            case UBTOB -> trimmed.length() == 4 && trimmed.startsWith("0") ? trimmed.substring(1) : trimmed;
            case NDC -> trimmed.length() == 11 || !trimmed.contains("-") ? trimmed.replace("-", "") : ndc(trimmed);
            case CPT, HCPCS, CDT, LOINC, SNOMED, RXNORM, CVX, INSTRUMENT, SOP, ACTCODE -> trimmed;
        };
    }

    private static String dotted(String bare, int before) {
        return bare.length() <= before ? bare : bare.substring(0, before) + "." + bare.substring(before);
    }

    private static String hyphenated(String bare) {
        return bare.length() < 2
                ? bare
                : bare.substring(0, bare.length() - 1) + "-" + bare.substring(bare.length() - 1);
    }

    private static String padded(String code, int length) {
        return code.length() >= length || !code.chars().allMatch(Character::isDigit)
                ? code
                : "0".repeat(length - code.length()) + code;
    }

    /** A hyphenated NDC of 10 or 11 digits as the 11 digits of claims: each part padded to 5, 4 and 2. */
    private static String ndc(String code) {
        String[] parts = code.split("-");
        return parts.length == 3
                ? padded(parts[0], 5) + padded(parts[1], 4) + padded(parts[2], 2)
                : code.replace("-", "");
    }
}
