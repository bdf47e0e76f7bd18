package org.mcpstrata.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentifiersTest {
    private static final int PEOPLE = 200_000;

    @Test
    void nobodySharesAnMbiAMemberIdOrTheLettersOfAName() {
        Set<String> identifiers = new HashSet<>();
        Set<String> members = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (int person = 0; person < PEOPLE; person++) {
            assertThat(identifiers.add(Identifiers.mbi(1, 2L * person))).isTrue();
            assertThat(identifiers.add(Identifiers.mbi(1, 2L * person + 1))).isTrue();
            assertThat(members.add(Identifiers.member("M", 1, person))).isTrue();
            String letters =
                    Identifiers.familyName(person).replaceAll("[0-9]", "").toUpperCase(Locale.ROOT);
            assertThat(names.add(letters)).isTrue();
        }
    }

    @Test
    void millionthPersonHasAnMbiOfTheRightFormWhateverTheSeed() {
        for (long seed : new long[] {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE}) {
            assertThat(Identifiers.mbi(seed, 19_999_999))
                    .matches("[1-9][SLOIBZ][A-Z0-9][0-9][A-Z][A-Z0-9][0-9][A-Z]{2}[0-9]{2}");
        }
    }

    @Test
    void npiHasTheCheckDigitOfItsPublishedRule() {
        assertThat(checkDigit("80840123456789"))
                .as("the example of the published rule, 1234567893")
                .isEqualTo(3);
        for (int number : new int[] {0, 1, 23_456_789, 99_999_999}) {
            String npi = Identifiers.npi(number);
            assertThat(npi).startsWith("9").hasSize(10).endsWith("" + checkDigit("80840" + npi.substring(0, 9)));
        }
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
