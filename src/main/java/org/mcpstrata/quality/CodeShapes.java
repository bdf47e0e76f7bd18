package org.mcpstrata.quality;

import java.time.LocalDate;

/** The written forms of codes in claims. Asked of every claim line: characters are looked at one by one. */
final class CodeShapes {
    /** ICD-10-CM took the place of ICD-9-CM for services from this day on (45 CFR 162.1002). */
    private static final LocalDate FIRST_ICD10_DAY = LocalDate.of(2015, 10, 1);

    /** What an NPI's check digit counts in front of it: the prefix 80840 (45 CFR 162.406, ISO/IEC 7812). */
    private static final int NPI_PREFIX_SUM = 24;

    private static final int NPI_LENGTH = 10;
    private static final int NDC_LENGTH = 11;

    private CodeShapes() {}

    /** @param day of the service; null leaves the day out of it */
    static boolean isDiagnosis(String system, String code, LocalDate day) {
        boolean icd9 = "ICD9CM".equals(system);
        boolean inUse = day == null || icd9 == day.isBefore(FIRST_ICD10_DAY);
        return inUse && (icd9 ? isIcd9(code) : isIcd10(code));
    }

    private static boolean isIcd10(String code) {
        int length = code.length();
        return length >= 3
                && length <= 8
                && length != 4
                && isLetter(code.charAt(0))
                && isDigit(code.charAt(1))
                && isAlphanumeric(code, 2, 3)
                && (length == 3 || code.charAt(3) == '.' && isAlphanumeric(code, 4, length));
    }

    private static boolean isIcd9(String code) {
        int point = code.indexOf('.');
        int main = point < 0 ? code.length() : point;
        int digits = code.startsWith("E") ? 4 : 3;
        boolean first = isDigit(code.charAt(0)) || code.startsWith("E") || code.startsWith("V");
        int rest = code.length() - main - 1;
        return first
                && main == digits
                && isDigits(code, 1, main)
                && (point < 0 || rest >= 1 && rest <= 2 && isDigits(code, main + 1, code.length()));
    }

    /** CPT: four digits and a digit or letter; HCPCS level II: a letter and four digits. */
    private static boolean isService(String code) {
        return code.length() == 5
                && (isDigits(code, 0, 4) && isAlphanumeric(code, 4, 5)
                        || isLetter(code.charAt(0)) && isDigits(code, 1, 5));
    }

    /** On the lines that name a rate of prospective payment (revenue 0022 to 0024) its HIPPS code takes the place of HCPCS. */
    static boolean isService(String code, String revenue) {
        boolean rate = "0022".equals(revenue) || "0023".equals(revenue) || "0024".equals(revenue);
        return rate ? code.length() == 5 && isAlphanumeric(code, 0, 5) : isService(code);
    }

    static boolean isDigits(String code, int length) {
        return code.length() == length && isDigits(code, 0, length);
    }

    static boolean isBillType(String code) {
        return code.length() == 3 && isDigits(code, 0, 2) && isAlphanumeric(code, 2, 3);
    }

    static boolean isDrug(String code) {
        return isDigits(code, NDC_LENGTH) && !isAll(code, '0') && !isAll(code, '9');
    }

    static boolean isZip(String code) {
        return isDigits(code, 5) && !isAll(code, '0') && !isAll(code, '9');
    }

    static boolean isProviderNumber(String npi) {
        if (!isDigits(npi, NPI_LENGTH)) {
            return false;
        }
        int sum = NPI_PREFIX_SUM;
        for (int i = 0; i < NPI_LENGTH; i++) {
            int digit = npi.charAt(i) - '0';
            int doubled = i % 2 == 0 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    private static boolean isAll(String code, char one) {
        return code.chars().allMatch(c -> c == one);
    }

    private static boolean isDigits(String code, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(code.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(String code, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(code.charAt(i)) && !isLetter(code.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
