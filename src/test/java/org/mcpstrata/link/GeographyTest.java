package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.model.Area;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

class GeographyTest {
    private static final String RUCA = "zip,ruca_primary,vintage\n";
    private static final String SVI = "state,county,fips,percentile\n";
    private static final String ADI = "zip,national\n";

    @TempDir
    private Path folder;

    private Geography with(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
        return GeographyReader.read(folder);
    }

    private List<Problem> problems(String file, String text) {
        return catchThrowableOfType(ProblemException.class, () -> with(file, text))
                .problems();
    }

    private static Residence at(String zip) {
        return new Residence(zip, "NM", null);
    }

    @ParameterizedTest
    @CsvSource({
        "1, METRO",
        "3, METRO",
        "4, MICRO",
        "7, SMALL_TOWN",
        "9, SMALL_TOWN",
        "10, RURAL_ISOLATED",
        "99, UNKNOWN"
    })
    void everyRucaCodeIsOneOfFourKindsOfPlaceOrNotCoded(String code, String key) throws IOException {
        assertThat(with("ruca_zip.csv", RUCA + "87301," + code + ",2010\n").of(at("87301")))
                .containsEntry(Area.RURALITY, key);
    }

    @ParameterizedTest
    @CsvSource({"0, Q1", "0.25, Q1", "0.2501, Q2", "0.5, Q2", "0.75, Q3", "0.7501, Q4", "1.0, Q4", "-999, UNKNOWN"})
    void aRankOnTheEdgeOfAQuarterBelongsToTheLowerOne(String rank, String key) throws IOException {
        Geography svi = with("svi_county.csv", SVI + "NM,McKinley,35031," + rank + "\n");
        assertThat(svi.of(new Residence(null, "NM", "35031"))).containsEntry(Area.SOCIAL_VULNERABILITY, key);
    }

    @ParameterizedTest
    @CsvSource({"1, Q1", "20, Q1", "21, Q2", "80, Q4", "81, Q5", "100, Q5", "PH, NOT_RANKED", "PH-GQ, NOT_RANKED"})
    void aSuppressedDeprivationRankIsNotRankedAndNotMissing(String rank, String key) throws IOException {
        assertThat(with("adi_zip.csv", ADI + "87301," + rank + "\n").of(at("87301")))
                .containsEntry(Area.AREA_DEPRIVATION, key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"35031", "McKinley", "MCKINLEY COUNTY", "Mc Kinley"})
    void aCountyIsFoundHoweverItsAddressIsWritten(String county) throws IOException {
        Geography svi = with("svi_county.csv", SVI + "NM,McKinley County,35031,0.9\n");
        assertThat(svi.of(new Residence(null, "NM", county))).containsEntry(Area.SOCIAL_VULNERABILITY, "Q4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Do\u00f1a Ana", "Don\u0303a Ana County", "DONA ANA", "35013"})
    void aLetterWithAMarkIsTheLetter(String county) throws IOException {
        Geography svi = with("svi_county.csv", SVI + "NM,Do\u00f1a Ana County,35013,0.9\n");
        assertThat(svi.of(new Residence(null, "NM", county))).containsEntry(Area.SOCIAL_VULNERABILITY, "Q4");
    }

    @Test
    void countiesOfOneNameInTwoStatesAreNotMistakenForOneAnother() throws IOException {
        Geography svi = with("svi_county.csv", SVI + "CO,Lake,08065,0.1\nMN,Lake,27075,0.9\n");
        assertThat(svi.of(new Residence(null, "CO", "Lake"))).containsEntry(Area.SOCIAL_VULNERABILITY, "Q1");
        assertThat(svi.of(new Residence(null, "MN", "Lake"))).containsEntry(Area.SOCIAL_VULNERABILITY, "Q4");
        assertThat(svi.of(new Residence(null, null, "Lake")))
                .containsEntry(Area.SOCIAL_VULNERABILITY, "NO_INFORMATION");
    }

    @Test
    void noAddressIsNoInformationAndAnUnlistedOneUnmapped() throws IOException {
        Geography ruca = with("ruca_zip.csv", RUCA + "87301,4,2010\n");
        assertThat(ruca.of(at(null))).containsOnlyKeys(Area.RURALITY).containsEntry(Area.RURALITY, "NO_INFORMATION");
        assertThat(ruca.of(at("99999"))).containsEntry(Area.RURALITY, "UNMAPPED");
        assertThat(Geography.NONE.of(at("87301"))).isEmpty();
    }

    @Test
    void everyMistakeIsFoundOnItsLine() {
        assertThat(problems(
                        "ruca_zip.csv",
                        RUCA + "87301,4,2010\n8730,4,2010\n87302,11,2010\n87301,5,2010\n87303,4,2020\n8\n"))
                .allMatch(problem -> problem.code() == ProblemCode.GEOGRAPHY_INVALID)
                .extracting(problem -> problem.place().line())
                .containsExactly(3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void otherColumnsOrNoLinesAreRefused() {
        assertThat(problems("adi_zip.csv", "zip,state_decile\n87301,4\n"))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.place().toString()).isEqualTo("--geography, adi_zip.csv, line 1"));
        assertThat(problems("adi_zip.csv", ADI)).hasSize(1);
        assertThat(problems("adi_zip.csv", ADI + "87301,4.5\n87302,0\n87303,101\n87304,\n"))
                .hasSize(4);
        assertThat(problems("adi_zip.csv", "")).hasSize(1);
    }

    @Test
    void aFileOfAnotherNameIsNotSilentlyLeftOut() throws IOException {
        Files.writeString(folder.resolve("README.md"), "where they come from");
        assertThat(problems("ruca_zips.csv", RUCA)).singleElement().satisfies(problem -> assertThat(problem.detail())
                .contains("Did you mean 'ruca_zip.csv'?"));
    }

    @Test
    void bytesThatAreNoTextAreAProblemAndNoCrash() throws IOException {
        Files.write(folder.resolve("adi_zip.csv"), (ADI + "8730\u00e9,4\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(catchThrowableOfType(ProblemException.class, () -> GeographyReader.read(folder))
                        .problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.GEOGRAPHY_INVALID);
    }

    @Test
    void aFolderThatIsNotThereIsABadOption() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> GeographyReader.read(folder.resolve("absent")))
                        .problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.BAD_OPTION);
    }
}
