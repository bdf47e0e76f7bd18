package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZipTextTest {
    @ParameterizedTest
    @CsvSource({
        "02563, 02563",
        "02563-1234, 02563",
        "025631234, 02563",
        "80202, 80202",
        "1730, 01730",
        "1730-1234, 01730",
        "17301234, 01730",
        "99999, 99999"
    })
    void leadingZeroThatAProgramTookAwayIsPutBack(String delivered, String zip) {
        assertThat(ZipText.five(delivered)).isEqualTo(zip);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000", "000000000", "0000", "601", "6011234", "601123", "K1A 0B1", "1234 AB", "~", "-"})
    void whatMayBeAnotherPlaceOrIsNoneHasNoZipCode(String delivered) {
        assertThat(ZipText.five(delivered)).isNull();
    }
}
