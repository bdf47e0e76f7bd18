package org.mcpstrata.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/** The drops made of the project's stories keep the drop contract to the byte. */
class StoryDropTest {
    @TempDir
    Path landing;

    private List<Story> stories;

    @BeforeEach
    void deliver() throws IOException {
        stories = StoryFolder.stories();
        StoryDrop.write(stories, landing);
    }

    @Test
    void everyManifestNamesItsFoldersAndItsFilesExactly() throws Exception {
        for (Path drop : drops()) {
            JsonNode manifest = manifest(drop);
            assertThat(manifest.get("drop").asText())
                    .isEqualTo(drop.getFileName().toString());
            assertThat(manifest.get("payer").asText())
                    .isEqualTo(drop.getParent().getFileName().toString())
                    .matches("[a-z0-9-]{1,64}");
            Set<String> named = new TreeSet<>(List.of("manifest.json"));
            manifest.get("files").forEach(file -> named.add(file.get("name").asText()));
            assertThat(list(drop))
                    .extracting(path -> path.getFileName().toString())
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void bytesDigestsAndRecordsAreThoseOfTheFiles() throws Exception {
        for (Path drop : drops()) {
            for (JsonNode file : manifest(drop).get("files")) {
                byte[] bytes = Files.readAllBytes(drop.resolve(file.get("name").asText()));
                assertThat(file.get("bytes").asLong()).isEqualTo(bytes.length);
                assertThat(file.get("sha256").asText())
                        .isEqualTo(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
                assertThat(file.get("records").asInt())
                        .isEqualTo(records(drop, file).size());
            }
        }
    }

    @Test
    void everyRowHoldsTheRequiredColumnsOfItsTable() throws Exception {
        for (Path drop : drops()) {
            for (JsonNode file : manifest(drop).get("files")) {
                Table table = Table.named(file.get("type").asText()).orElseThrow();
                List<String> required = RowDraft.columnsOf(table).stream()
                        .filter(Column::required)
                        .map(Column::name)
                        .toList();
                for (NamedCsvRecord row : records(drop, file)) {
                    assertThat(required).allSatisfy(column -> assertThat(row.getField(column))
                            .as(table + "." + column)
                            .isNotEmpty());
                }
            }
        }
    }

    @Test
    void everyStoryIsOneMemberOfItsPayer() throws Exception {
        Set<String> delivered = new TreeSet<>();
        for (Path drop : drops()) {
            for (NamedCsvRecord row : records(drop.resolve("eligibility.csv"))) {
                delivered.add(drop.getParent().getFileName() + "/" + row.getField("member_id"));
            }
        }

        assertThat(delivered)
                .hasSize(stories.size())
                .containsExactlyInAnyOrderElementsOf(stories.stream()
                        .map(story -> story.payer() + "/" + story.memberId())
                        .toList());
    }

    @Test
    void theSameStoriesAreTheSameBytes(@TempDir Path again) throws Exception {
        StoryDrop.write(StoryFolder.stories(), again);

        for (Path drop : drops()) {
            for (Path file : list(drop)) {
                assertThat(again.resolve(landing.relativize(file))).hasSameBinaryContentAs(file);
            }
        }
    }

    private List<Path> drops() throws IOException {
        List<Path> drops = new ArrayList<>();
        for (Path payer : list(landing)) {
            drops.addAll(list(payer));
        }
        assertThat(drops).isNotEmpty();
        return drops;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }

    private static JsonNode manifest(Path drop) throws IOException {
        return new ObjectMapper().readTree(drop.resolve("manifest.json").toFile());
    }

    private static List<NamedCsvRecord> records(Path drop, JsonNode file) throws IOException {
        return records(drop.resolve(file.get("name").asText()));
    }

    private static List<NamedCsvRecord> records(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }
}
