package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.Mbi;

class PersonNameTest {
    @Test
    void marksCaseHyphensAndSuffixesDoNotMakeAnotherName() {
        assertThat(PersonName.normalise(" núñez-Ortiz, Jr. ")).isEqualTo("NUNEZORTIZ");
        assertThat(PersonName.normalise("O’Brien III")).isEqualTo("OBRIEN");
        assertThat(PersonName.normalise("ﬁsher")).isEqualTo("FISHER");
    }

    @Test
    void suffixThatIsTheWholeNameStays() {
        assertThat(PersonName.normalise("Md")).isEqualTo("MD");
    }

    @Test
    void turkishDefaultLocaleDoesNotChangeNames() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(PersonName.normalise("silvi")).isEqualTo("SILVI");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void soundexFollowsTheAmericanRulesForHWAndVowels() {
        assertThat(PersonName.soundex("ROBERT")).isEqualTo("R163");
        assertThat(PersonName.soundex("RUPERT")).isEqualTo("R163");
        assertThat(PersonName.soundex("ASHCRAFT")).isEqualTo("A261");
        assertThat(PersonName.soundex("TYMCZAK")).isEqualTo("T522");
        assertThat(PersonName.soundex("PFISTER")).isEqualTo("P236");
        assertThat(PersonName.soundex("LEE")).isEqualTo("L000");
    }

    @Test
    void nameWithoutLettersGivesNoKey() {
        assertThat(PersonName.normalise("- .")).isEmpty();
        assertThat(PersonName.soundex("")).isEmpty();
    }

    @Test
    void identifiersWithLettersThatMedicareNeverUsesAreWellFormed() {
        assertThat(Mbi.isWellFormed("1S00A00AA00")).isTrue();
        assertThat(Mbi.isWellFormed("0S00A00AA00")).isFalse();
        assertThat(Mbi.isWellFormed("1S00A00AA0")).isFalse();
        assertThat(Mbi.isWellFormed("1s00a00aa00")).isFalse();
        assertThat(Mbi.isWellFormed(null)).isFalse();
    }
}
