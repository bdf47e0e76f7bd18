package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/** A drafted manifest says of the files what the sample's own manifests say, and the drop passes inspection. */
class ManifestDraftTest {
    private static final ManifestDraft.Heading HEADING = new ManifestDraft.Heading(
            LineOfBusiness.COMMERCIAL,
            Instant.parse("2026-01-15T06:00:00Z"),
            "full",
            LocalDate.of(2023, 1, 1),
            LocalDate.of(2025, 12, 31),
            new TreeSet<>());

    @TempDir
    private Path landing;

    @ParameterizedTest
    @ValueSource(strings = {"bluestone-commercial", "clinical-registry", "medicare-ffs", "state-medicaid", "summit-ma"})
    void theFilesOfTheSampleAreKnownAndCountedAsTheirOwnManifestSays(String payer) throws IOException {
        Path original = only(Path.of("sample-data/landing").resolve(payer));
        Path copy = Files.createDirectories(landing.resolve(payer).resolve(original.getFileName()));
        for (Path file : files(original)) {
            if (!file.endsWith(DropFolder.MANIFEST)) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        ManifestDraft.write(hadoop(copy), HEADING, Map.of(), Configuration::new);
        assertThat(facts(copy)).isEqualTo(facts(original));
        DropOutcome outcome = DropCheck.check(hadoop(copy), Configuration::new);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.state()).isEqualTo(DropState.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({
        "carrier.csv, rif/carrier NONE",
        "beneficiary_2018.csv.gz, rif/beneficiary GZIP",
        "eligibility-2025-12.csv, canonical-csv/eligibility NONE",
        "medical_claim.parquet, canonical-parquet/medical_claim NONE",
        "Observation.001.ndjson.gz, fhir-ndjson/Observation GZIP",
        "P.A9999.ACO.ZC1Y26.D260115.T1204051, cclf/cclf1 NONE",
        "P.A9999.ACO.ZCY26.D260115.T1204050, cclf/cclf-archive ZIP",
        "carriers.csv, unknown"
    })
    void whatAFileIsIsKnownByItsName(String name, String expected) {
        assertThat(FileKind.of(name, "", () -> new byte[0])
                        .map(kind -> kind.format().text() + "/" + kind.type() + " " + kind.compression())
                        .orElse("unknown"))
                .isEqualTo(expected);
    }

    @Test
    void aRecordThatGoesOnOverALineEndInsideQuotesIsOne() throws IOException {
        Path drop = drop();
        Files.writeString(
                drop.resolve("attribution-2025.csv"),
                DropDraft.ATTRIBUTION_HEADER
                        + DropDraft.attribution(1)
                        + "m2,P1,\"Second\nPractice\",,,NY,1,STANDARD,2025-01-01,2025-12-31\n");
        assertThat(ManifestDraft.write(hadoop(drop), HEADING, Map.of(), Configuration::new))
                .containsExactly(Map.entry("attribution-2025.csv", 2L));
    }

    @Test
    void everythingThatKeepsTheManifestFromBeingWrittenIsToldAtOnceAndNothingIsWritten() throws IOException {
        Path drop = drop();
        Files.writeString(drop.resolve("extract.dat"), "what is this\n");
        Files.writeString(drop.resolve("eligibility.csv"), "member_id,unknown\nm1,x\n");
        Files.writeString(drop.resolve("_hidden.csv"), "x\n");
        Files.createDirectory(drop.resolve("folder"));
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> ManifestDraft.write(hadoop(drop), HEADING, Map.of("none.csv", "rif/pde"), Configuration::new));
        assertThat(refused.problems())
                .extracting(Problem::code)
                .contains(
                        ProblemCode.FILE_NAME,
                        ProblemCode.HEADER_INVALID,
                        ProblemCode.FILE_TYPE,
                        ProblemCode.FILE_NOT_REGULAR,
                        ProblemCode.BAD_OPTION);
        assertThat(drop.resolve(DropFolder.MANIFEST)).doesNotExist();
    }

    @Test
    void aFileWhoseNameSaysNothingCanBeNamedAndAManifestIsNeverOverwritten() throws IOException {
        Path drop = drop();
        Files.writeString(drop.resolve("members.txt"), DropDraft.ATTRIBUTION_HEADER + DropDraft.attribution(1));
        Map<String, String> types = Map.of("members.txt", "canonical-csv/attribution");
        ManifestDraft.write(hadoop(drop), HEADING, types, Configuration::new);
        ProblemException refused = catchThrowableOfType(
                ProblemException.class, () -> ManifestDraft.write(hadoop(drop), HEADING, types, Configuration::new));
        assertThat(refused.problems()).extracting(Problem::code).containsExactly(ProblemCode.BAD_OPTION);
    }

    @Test
    void dropsThatAreWithdrawnAreNamedAndOnlyOtherDropsCanBe() throws IOException {
        Path drop = drop();
        Files.writeString(drop.resolve("attribution.csv"), DropDraft.ATTRIBUTION_HEADER + DropDraft.attribution(1));
        for (String wrong : List.of("d1", "../d0", "")) {
            assertThat(catchThrowableOfType(
                                    ProblemException.class,
                                    () -> ManifestDraft.write(
                                            hadoop(drop), withdrawing(wrong), Map.of(), Configuration::new))
                            .problems())
                    .extracting(Problem::code)
                    .containsExactly(ProblemCode.BAD_OPTION);
        }

        ManifestDraft.write(hadoop(drop), withdrawing("d0"), Map.of(), Configuration::new);

        assertThat(new ObjectMapper()
                        .readTree(drop.resolve(DropFolder.MANIFEST).toFile())
                        .path("supersedes"))
                .extracting(JsonNode::asText)
                .containsExactly("d0");
    }

    private static ManifestDraft.Heading withdrawing(String drop) {
        return new ManifestDraft.Heading(
                HEADING.lineOfBusiness(),
                HEADING.createdAt(),
                HEADING.mode(),
                HEADING.start(),
                HEADING.end(),
                new TreeSet<>(List.of(drop)));
    }

    private Path drop() throws IOException {
        return Files.createDirectories(landing.resolve("alpha").resolve("d1"));
    }

    private static org.apache.hadoop.fs.Path hadoop(Path folder) {
        return new org.apache.hadoop.fs.Path(folder.toUri());
    }

    private static Path only(Path payer) throws IOException {
        return files(payer).get(0);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static SortedMap<String, String> facts(Path drop) throws IOException {
        SortedMap<String, String> facts = new TreeMap<>();
        JsonNode root =
                new ObjectMapper().readTree(drop.resolve(DropFolder.MANIFEST).toFile());
        for (JsonNode file : root.path("files")) {
            facts.put(
                    file.path("name").asText(),
                    String.join(
                            " ",
                            file.path("format").asText(),
                            file.path("type").asText(),
                            file.path("compression").asText("none"),
                            file.path("bytes").asText(),
                            file.path("sha256").asText(),
                            file.path("records").asText()));
        }
        return facts;
    }
}
