package org.mcpstrata.valueset;

import java.util.Optional;
import java.util.regex.Pattern;

/** Finds codes that a spreadsheet has damaged: lost zeros, lost last digits, numbers in scientific notation. */
final class CodeShape {
    private static final int DIGITS_A_NUMBER_KEEPS = 15;
    private static final Pattern ANY = Pattern.compile("[0-9A-Z][0-9A-Z._-]{0,63}");

    private CodeShape() {}

    /**
     * What is wrong with a code, in words that do not quote it.
     *
     * @param number whether the file holds it as a number
     */
    static Optional<String> damage(CodeSystem system, String code, boolean number) {
        if (code.isEmpty()) {
            return Optional.of("The code is empty.");
        }
        if (number && code.length() > DIGITS_A_NUMBER_KEEPS) {
            return Optional.of("A code of more than 15 digits is a number in the file and has lost its last digits;"
                    + " format the column as text before saving.");
        }
        if (number && (system == CodeSystem.ICD9CM || system == CodeSystem.ICD9PCS || system == CodeSystem.NDC)) {
            return Optional.of(
                    "The code is a number in the file and may have lost zeros; format the column as text before saving.");
        }
        String normal = CodeForm.normal(system, code);
        if (!form(system).matcher(normal).matches()) {
            return Optional.of("The code has not the form of its code system.");
        }
        return system == CodeSystem.SNOMED && !SnomedCheckDigit.holds(normal)
                ? Optional.of("The check digit of the SNOMED CT code is wrong; a digit was lost or changed.")
                : Optional.empty();
    }

    private static Pattern form(CodeSystem system) {
        return switch (system) {
            case ICD10CM -> Form.ICD10CM;
            case ICD9CM -> Form.ICD9CM;
            case ICD10PCS -> Form.ICD10PCS;
            case CPT -> Form.CPT;
            case HCPCS -> Form.HCPCS;
            case LOINC -> Form.LOINC;
            case SNOMED -> Form.SNOMED;
            case RXNORM -> Form.RXNORM;
            case NDC -> Form.NDC;
            case CDCREC -> Form.CDCREC;
            case ICD9PCS, CDT, CVX, UBREV, UBTOB, POS, DISCHARGE, NCHTYPE, INSTRUMENT, SOP, ACTCODE -> ANY;
        };
    }

    /** Normal forms ({@link CodeForm}). */
    private static final class Form {
        static final Pattern ICD10CM = Pattern.compile("[A-Z]\\d[0-9A-Z](\\.[0-9A-Z]{1,4})?");
        static final Pattern ICD9CM = Pattern.compile("(\\d{3}|V\\d{2}|E\\d{3})(\\.\\d{1,2})?");
        static final Pattern ICD10PCS = Pattern.compile("[0-9A-Z]{7}");
        static final Pattern CPT = Pattern.compile("\\d{4}[0-9A-Z]");
        static final Pattern HCPCS = Pattern.compile("[A-Z]\\d{4}");
        static final Pattern LOINC = Pattern.compile("(LA|LP|LL)?\\d{1,8}-\\d");
        static final Pattern SNOMED = Pattern.compile("[1-9]\\d{5,17}");
        static final Pattern RXNORM = Pattern.compile("[1-9]\\d{0,8}");
        static final Pattern NDC = Pattern.compile("\\d{11}");
        static final Pattern CDCREC = Pattern.compile("\\d{4}-\\d");

        private Form() {}
    }
}
