package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mcpstrata.SharedFolder;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.problem.Place;

/** Drops of an independent writer: nothing is rejected, and the paid amounts add up to what each manifest says. */
class SyntheaDropsTest {
    private record Delivered(Path path, JsonNode file, DropFacts drop) {}

    private static List<Delivered> delivered(String format) throws IOException {
        List<Path> manifests;
        try (Stream<Path> found = Files.walk(SharedFolder.require("realdata/synthea-ma-drops"))) {
            manifests = found.filter(path -> path.endsWith("manifest.json"))
                    .sorted()
                    .toList();
        }
        List<Delivered> files = new ArrayList<>();
        for (Path manifest : manifests) {
            JsonNode content = new ObjectMapper().readTree(manifest.toFile());
            LineOfBusiness line =
                    LineOfBusiness.parse(content.get("lineOfBusiness").asText()).orElseThrow();
            DropFacts drop = new DropFacts(line, DeliveredLines.MEDICARE.asOf());
            for (JsonNode file : content.get("files")) {
                if (file.get("format").asText().equals(format)) {
                    files.add(new Delivered(
                            manifest.resolveSibling(file.get("name").asText()), file, drop));
                }
            }
        }
        return files;
    }

    @TestFactory
    Stream<DynamicTest> everyCclfRecordIsReadAndPaidAmountsAddUp() throws IOException {
        return delivered("cclf").stream()
                .filter(file -> !file.file().get("type").asText().equals("cclf0"))
                .map(file -> DynamicTest.dynamicTest(
                        file.file().get("name").asText(),
                        () -> agrees(
                                CclfLayout.of(file.file().get("type").asText()),
                                DeliveredLines.of(file.path()),
                                file)));
    }

    @TestFactory
    Stream<DynamicTest> everyApcdRecordIsReadAndPaidAmountsAddUp() throws IOException {
        return delivered("apcd-cdl").stream()
                .map(file -> DynamicTest.dynamicTest(file.file().get("name").asText(), () -> apcdAgrees(file)));
    }

    @Test
    void controlFileStatesTheRecordsOfEveryFile() throws IOException {
        List<Delivered> files = delivered("cclf");
        Delivered control = files.stream()
                .filter(file -> file.file().get("type").asText().equals("cclf0"))
                .findFirst()
                .orElseThrow();
        List<byte[]> lines = DeliveredLines.of(control.path());
        assertThat(ControlRecord.isHeader(lines.get(0), 0, lines.get(0).length)).isTrue();
        for (byte[] line : lines.subList(1, lines.size())) {
            ControlRecord stated = ControlRecord.parse(line, 0, line.length).orElseThrow();
            JsonNode file = files.stream()
                    .map(Delivered::file)
                    .filter(candidate -> candidate.get("type").asText().equals(stated.fileType()))
                    .findFirst()
                    .orElseThrow();
            assertThat(stated.records()).isEqualTo(file.get("records").asLong());
            assertThat(CclfLayout.of(stated.fileType()).recordLengths()).containsValue(stated.recordLength());
        }
    }

    private static void apcdAgrees(Delivered file) throws IOException {
        ApcdFileType type =
                ApcdFileType.ofManifest(file.file().get("type").asText()).orElseThrow();
        List<byte[]> lines = DeliveredLines.of(file.path());
        List<byte[]> details = new ArrayList<>();
        ApcdFrame.Header header = null;
        ApcdFrame.Trailer trailer = null;
        for (byte[] line : lines) {
            Optional<ApcdFrame> frame = ApcdFrame.parse(line, 0, line.length);
            if (frame.isEmpty()) {
                details.add(line);
            } else if (frame.get() instanceof ApcdFrame.Header found) {
                header = found;
            } else if (frame.get() instanceof ApcdFrame.Trailer found) {
                trailer = found;
            }
        }
        assertThat(ApcdAgreement.check(type, header, trailer, details.size(), Place.of("drop")))
                .isEmpty();
        ApcdLayout undecided = ApcdLayout.of(type, AmountForm.IMPLIED);
        AmountEvidence evidence = AmountEvidence.NONE;
        for (byte[] line : details) {
            evidence = evidence.merge(undecided.amountEvidence(line, 0, line.length, file.drop()));
        }
        agrees(ApcdLayout.of(type, evidence.form().orElseThrow()), details, file);
    }

    private static void agrees(RecordReader reader, List<byte[]> lines, Delivered file) {
        BigDecimal paid = BigDecimal.ZERO;
        Set<String> keys = new HashSet<>();
        for (byte[] line : lines) {
            RecordOutcome outcome = DeliveredLines.read(reader, line, file.drop());
            assertThat(outcome).isInstanceOf(RecordOutcome.Accepted.class);
            assertThat(keys.add(((RecordOutcome.Accepted) outcome).key()))
                    .as("key is new")
                    .isTrue();
            paid = paid.add(outcome.paidAmount().orElse(BigDecimal.ZERO));
        }
        assertThat(lines).hasSize(file.file().get("records").asInt());
        JsonNode totals = file.file().path("controlTotals").path("paidAmount");
        if (!totals.isMissingNode()) {
            assertThat(paid).isEqualByComparingTo(totals.asText());
        }
    }
}
