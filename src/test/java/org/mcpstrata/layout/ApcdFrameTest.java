package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;

class ApcdFrameTest {
    private static final String HEADER = "HD|HUMA|H1|Plan|MC|202301|202602|P|";
    private static final String TRAILER = "TR|HUMA|H1|Plan|MC|20260215||7";

    private static Optional<ApcdFrame> parse(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return ApcdFrame.parse(bytes, 0, bytes.length);
    }

    private static List<ProblemCode> problems(String header, String trailer, long records) {
        return ApcdAgreement.check(
                        ApcdFileType.MC,
                        (ApcdFrame.Header) parse(header).orElseThrow(),
                        (ApcdFrame.Trailer) parse(trailer).orElseThrow(),
                        records,
                        Place.of("drop").inFile("file"))
                .stream()
                .map(problem -> problem.code())
                .toList();
    }

    @Test
    void headerTrailerAndColumnNamesAreNoDataRecords() {
        assertThat(parse("\ufeff" + HEADER + "\r"))
                .contains(new ApcdFrame.Header(
                        "HUMA",
                        "H1",
                        "Plan",
                        "MC",
                        Optional.of(YearMonth.of(2023, 1)),
                        Optional.of(YearMonth.of(2026, 2)),
                        false));
        assertThat(parse(TRAILER)).contains(new ApcdFrame.Trailer("HUMA", "H1", "Plan", "MC", 7));
        assertThat(parse("CDLMC001|CDLMC002")).contains(new ApcdFrame.ColumnNames());
        assertThat(parse(PipeLine.medical().text())).isEmpty();
        assertThat(parse("HD|HUMA")).isEmpty();
    }

    @Test
    void aFrameThatAgreesHasNoProblem() {
        assertThat(problems(HEADER, TRAILER, 7)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TR|OTHER|H1|Plan|MC|20260215||7, HEADER_TRAILER",
        "TR|HUMA|H2|Plan|MC|20260215||7, HEADER_TRAILER",
        "TR|HUMA|H1|Plan|PC|20260215||7, HEADER_TRAILER",
        "TR|HUMA|H1|Plan|MC|20260215||8, RECORD_COUNT_MISMATCH",
        "TR|HUMA|H1|Plan|MC|20260215||seven, RECORD_COUNT_MISMATCH"
    })
    void aTrailerMustAgreeWithTheHeaderAndTheRecords(String trailer, ProblemCode code) {
        assertThat(problems(HEADER, trailer, 7)).containsExactly(code);
    }

    @Test
    void theHeaderMustNameTheFileTypeOfTheManifestAndAPeriod() {
        assertThat(problems(HEADER.replace("MC", "PC"), TRAILER.replace("MC", "PC"), 7))
                .containsExactly(ProblemCode.HEADER_TRAILER);
        assertThat(problems(HEADER.replace("202301", "202313"), TRAILER, 7))
                .containsExactly(ProblemCode.HEADER_TRAILER);
        assertThat(problems(HEADER.replace("202301", "202603"), TRAILER, 7))
                .containsExactly(ProblemCode.HEADER_TRAILER);
    }
}
