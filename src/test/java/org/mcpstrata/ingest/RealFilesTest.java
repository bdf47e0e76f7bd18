package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** Files that nobody wrote for this pipeline: a bulk export as Synthea writes it, and archives as CMS sent them in 2018. */
class RealFilesTest {
    private static final String ARCHIVE = "T.BCD.A0001.ZCY18.D181120.T1000000";

    private static Intake intake;

    @TempDir
    Path landing;

    @TempDir
    Path out;

    @BeforeAll
    static void start() {
        intake = new Intake();
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void noResourceOfABulkExportIsLostOrMadeUp() throws IOException {
        DropDraft draft = new DropDraft(landing, "synthea-co", "d1");
        Map<String, List<JsonNode>> resources = new TreeMap<>();
        for (Path file : RealFiles.files(RealFiles.folder("synthea-co-fhir"))) {
            byte[] content = Files.readAllBytes(file);
            String name = file.getFileName().toString();
            String type = name.substring(0, name.indexOf('.'));
            resources.put(type, resources(content));
            draft.file(name, type, "fhir-ndjson", content, resources.get(type).size());
        }
        draft.send();

        IngestResult result = intake.read(landing, out);

        assertThat(Intake.states(result)).containsExactly("synthea-co/d1 ACCEPTED");
        assertThat(result.outcomes().get(0).problems()).isEmpty();
        assertThat(result.outcomes().get(0).files()).hasSize(resources.size()).allSatisfy(file -> assertThat(
                        file.accepted())
                .isEqualTo(file.delivered())
                .isEqualTo(resources.get(file.type()).size()));
        Map<Table, Integer> rows = new EnumMap<>(Table.class);
        for (Table table : Table.values()) {
            rows.put(table, intake.rows(result, table).size());
        }
        rows.values().removeIf(count -> count == 0);
        int components = resources.get("Observation").stream()
                .mapToInt(observation -> observation.path("component").size())
                .sum();
        int people = resources.get("Patient").size();
        assertThat(rows)
                .isEqualTo(Map.of(
                        Table.PATIENT, people,
                        // race, ethnicity, sex and language of each of them
                        Table.DEMOGRAPHICS, 4 * people,
                        Table.ENCOUNTER, resources.get("Encounter").size(),
                        Table.CONDITION, resources.get("Condition").size(),
                        Table.PROCEDURE, resources.get("Procedure").size(),
                        Table.MEDICATION, resources.get("MedicationRequest").size(),
                        Table.OBSERVATION, resources.get("Observation").size() + components));
        assertThat(result.laws()).isNotEmpty().allMatch(Law::holds);
    }

    @Test
    void archiveWhoseControlFileAnnouncesAbsentFilesIsRefusedForNothingElse() throws IOException {
        Path archives = RealFiles.folder("bcda-cclf/archives");
        send("only-control", Files.readAllBytes(archives.resolve("0_missing_data_" + ARCHIVE)), 0);
        send("cut", Files.readAllBytes(archives.resolve("valid_" + ARCHIVE)), 13);

        IngestResult result = intake.read(landing, out);

        assertThat(Intake.states(result)).containsExactly("medicare/cut REJECTED", "medicare/only-control REJECTED");
        List<Problem> cut = result.outcomes().get(0).problems();
        assertThat(absent(cut))
                .containsExactly("cclf1", "cclf2", "cclf3", "cclf4", "cclf5", "cclf6", "cclf7", "cclfa", "cclfb");
        // The archive's last beneficiary stands in it twice, byte for byte; the announced count of 7 includes both.
        assertThat(others(cut)).containsExactly("line 7 DUPLICATE_KEY");
        List<Problem> onlyControl = result.outcomes().get(1).problems();
        assertThat(absent(onlyControl))
                .containsExactly("cclf1", "cclf2", "cclf3", "cclf4", "cclf5", "cclf6", "cclf7", "cclfa", "cclfb");
        assertThat(others(onlyControl)).isEmpty();
    }

    @Test
    void rowDeliveredTwiceIsTheOnlyThingWrongWithTheFilesThatAreThere() throws IOException {
        send("repeats", RealFiles.zipped(announcingOnlyWhatIsThere(members())), 13);

        IngestResult result = intake.read(landing, out);

        assertThat(Intake.states(result)).containsExactly("medicare/repeats QUARANTINED");
        assertThat(result.outcomes().get(0).problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.TOO_MANY_REJECTS, ProblemCode.DUPLICATE_KEY);
    }

    @Test
    void archiveOf2018IsReadWholeOnceItsControlFileIsTrue() throws IOException {
        SortedMap<String, byte[]> members = members();
        members.replaceAll((name, content) -> name.contains(".ZC8") ? withoutRepeats(content) : content);
        send("corrected", RealFiles.zipped(announcingOnlyWhatIsThere(members)), 12);

        IngestResult result = intake.read(landing, out);

        assertThat(Intake.states(result)).containsExactly("medicare/corrected ACCEPTED");
        assertThat(result.outcomes().get(0).problems()).isEmpty();
        assertThat(result.outcomes().get(0).files())
                .allSatisfy(file -> assertThat(file.accepted()).isEqualTo(file.delivered()));
        assertThat(intake.rows(result, Table.PATIENT))
                .extracting(CanonicalRow::memberId)
                .doesNotHaveDuplicates()
                .hasSize(6);
        // Three of the six pairs are numbers from before the MBI and link nobody.
        assertThat(intake.rows(result, Table.MBI_CROSSWALK)).hasSize(3);
        assertThat(result.laws()).isNotEmpty().allMatch(Law::holds);
    }

    private static List<JsonNode> resources(byte[] gzip) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> resources = new ArrayList<>();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            json.readerFor(JsonNode.class).<JsonNode>readValues(in).forEachRemaining(resources::add);
        }
        return resources;
    }

    private void send(String drop, byte[] archive, long records) {
        new DropDraft(landing, "medicare", drop)
                .set(manifest -> manifest.put("lineOfBusiness", "MEDICARE_FFS"))
                .file(ARCHIVE, "cclf-archive", "cclf", archive, records, file -> file.put("compression", "zip"))
                .send();
    }

    private static SortedMap<String, byte[]> members() throws IOException {
        return RealFiles.unzipped(RealFiles.folder("bcda-cclf/archives").resolve("valid_" + ARCHIVE));
    }

    /** The members with a control file that counts the data members and nothing else. */
    private static SortedMap<String, byte[]> announcingOnlyWhatIsThere(SortedMap<String, byte[]> members) {
        SortedMap<String, byte[]> told = new TreeMap<>(members);
        told.replaceAll((name, content) -> {
            if (!name.contains(".ZC0")) {
                return content;
            }
            StringBuilder lines = new StringBuilder();
            for (String line : text(content).lines().toList()) {
                String number = line.substring(4, 5);
                members.forEach((member, data) -> {
                    if (line.startsWith("CCLF") && member.contains(".ZC" + number)) {
                        String count = String.format(
                                Locale.ROOT, "%11d", text(data).lines().count());
                        lines.append(line, 0, 52)
                                .append(count)
                                .append(line.substring(63))
                                .append('\n');
                    }
                });
                if (!line.startsWith("CCLF")) {
                    lines.append(line).append('\n');
                }
            }
            return lines.toString().getBytes(StandardCharsets.ISO_8859_1);
        });
        return told;
    }

    private static byte[] withoutRepeats(byte[] content) {
        StringBuilder lines = new StringBuilder();
        text(content).lines().distinct().forEach(line -> lines.append(line).append('\n'));
        return lines.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    /** The file types that the control file announces and the archive lacks, as the problems name them. */
    private static List<String> absent(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.code() == ProblemCode.RECORD_COUNT_MISMATCH)
                .map(problem -> problem.detail().replaceAll(".* (cclf.)\\.", "$1"))
                .toList();
    }

    private static List<String> others(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.code() != ProblemCode.RECORD_COUNT_MISMATCH)
                .map(problem -> "line " + problem.place().line() + " " + problem.code())
                .toList();
    }
}
