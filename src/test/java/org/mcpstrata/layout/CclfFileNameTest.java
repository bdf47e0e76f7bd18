package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CclfFileNameTest {
    @ParameterizedTest
    @CsvSource({
        "P.A9999.ACO.ZC1Y26.D260115.T1204051, cclf1, false, 2026-01-15",
        "P.A9999.ACO.ZC5R25.D260115.T1204051.gz, cclf5, true, 2026-01-15",
        "T.BCD.A0001.ZCAY18.D181120.T1000009, cclfa, false, 2018-11-20",
        "folder/P.P123456.ACO.ZC821.D210115.T120405, cclf8, false, 2021-01-15"
    })
    void aFilesNameTellsItsTypeAndDay(String name, String type, boolean runOut, String day) {
        CclfFileName read = CclfFileName.parse(name).orElseThrow();
        assertThat(read.fileType()).contains(type);
        assertThat(read.runOut()).isEqualTo(runOut);
        assertThat(read.fileDate()).isEqualTo(day);
    }

    @Test
    void anArchiveIsOfNoSingleType() {
        assertThat(CclfFileName.parse("P.A9999.ACO.ZCY26.D260115.T1204050")
                        .orElseThrow()
                        .fileType())
                .isEmpty();
        assertThat(CclfFileName.parse("P.P123456.ACO.ZC21.D210115.T1204050")
                        .orElseThrow()
                        .fileType())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eligibility.csv", "P.A9999.ACO.ZC1Y26.D260230.T1204051", "P.A9999.ACO.ZC1Y26.D260115"})
    void otherNamesAreNotGuessedAt(String name) {
        assertThat(CclfFileName.parse(name)).isEmpty();
    }
}
