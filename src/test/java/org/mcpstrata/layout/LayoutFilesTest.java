package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.model.ColumnType;

class LayoutFilesTest {
    @ParameterizedTest
    @EnumSource(ApcdFileType.class)
    void columnsOfApcdLayoutsAreCountedFromOne(ApcdFileType type) {
        RecordLayout layout = RecordLayout.load("/layouts/apcd", type.manifestType());
        for (LayoutField field : layout.fields()) {
            assertThat(field.start()).as(field.name()).isEqualTo(field.index() + 1);
        }
        assertThat(layout.fields().get(layout.fields().size() - 1).name()).isEqualTo("CDL" + type + "899");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cclf1", "cclf5", "cclf8"})
    void aReaderThatTravelledToAnotherProcessReadsTheSame(String fileType) throws Exception {
        RecordReader reader = CclfLayout.of(fileType);
        String line = FixedLine.of(fileType).text();
        assertThat(DeliveredLines.read(copy(reader), line)).isEqualTo(DeliveredLines.read(reader, line));
    }

    @Test
    void anApcdReaderTravelsToo() throws Exception {
        RecordReader reader = ApcdLayout.of(ApcdFileType.ME, AmountForm.IMPLIED);
        String line = PipeLine.eligibility().set("CDLME029", "R5").text();
        assertThat(DeliveredLines.read(copy(reader), line)).isEqualTo(DeliveredLines.read(reader, line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"beneficiary", "carrier", "inpatient"})
    void aReaderOfAResearchFileTravelsWithItsHeader(String fileType) throws Exception {
        RifLine line = fileType.equals("beneficiary") ? RifLine.beneficiary(2025) : RifLine.claim(fileType);
        RecordReader reader = RifLayout.of(fileType, line.header());
        assertThat(DeliveredLines.read(copy(reader), line.text())).isEqualTo(line.read(fileType));
    }

    @Test
    void mistakesInLayoutFilesAreFoundWhenTheyAreLoaded() {
        RecordLayout layout = RecordLayout.load("/layouts/cclf", "cclf9");
        ExpressionParser parser = new ExpressionParser(layout);
        assertThatThrownBy(() -> parser.parse("NO_FIELD", "", ColumnType.STRING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NO_FIELD");
        assertThatThrownBy(() -> parser.parse("CRNT_NUM", "turned_round", ColumnType.STRING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("turned_round");
        assertThatThrownBy(() -> parser.parse("CRNT_NUM:cclf_sex.none", "", ColumnType.STRING))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none");
        assertThatThrownBy(() -> CclfLayout.of("cclf12")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void controlLinesOfAnotherShapeAreNone() {
        String good = "CCLF8  |Beneficiary Demographics File              |          7|  549";
        assertThat(ControlRecord.parse(good.getBytes(StandardCharsets.ISO_8859_1), 0, good.length()))
                .contains(new ControlRecord("cclf8", "Beneficiary Demographics File", 7, 549));
        for (String bad :
                new String[] {good.replace('|', ' '), good.replace("7|", "x|"), good.substring(0, 60), good + "12", ""
                }) {
            assertThat(ControlRecord.parse(bad.getBytes(StandardCharsets.ISO_8859_1), 0, bad.length()))
                    .isEmpty();
        }
    }

    private static RecordReader copy(RecordReader reader) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(reader);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (RecordReader) in.readObject();
        }
    }
}
