package org.mcpstrata.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every manifest says the truth about its files: sizes, digests, records, totals, and no file is unlisted. */
class SampleManifestsAreTrueTest {
    private static final long LARGEST_SAMPLE = 8L << 20;

    @TestFactory
    Stream<DynamicTest> sizesDigestsRecordsAndTotalsAreExact() {
        return SampleLanding.files().stream()
                .map(file -> DynamicTest.dynamicTest(file.payer() + " " + file.type(), () -> check(file)));
    }

    @Test
    void folderHoldsItsListedFilesAndTheManifestOnly() throws IOException {
        for (Path manifest : SampleLanding.tree(SampleLanding.FOLDER).values()) {
            if (manifest.endsWith("manifest.json")) {
                Set<String> listed = new TreeSet<>();
                JsonNode content = SampleLanding.json(manifest);
                content.get("files").forEach(file -> listed.add(file.get("name").asText()));
                listed.add("manifest.json");
                try (Stream<Path> present = Files.list(manifest.getParent())) {
                    assertThat(present.map(path -> path.getFileName().toString()))
                            .containsExactlyInAnyOrderElementsOf(listed);
                }
                assertThat(manifest.getParent().getFileName())
                        .hasToString(content.get("drop").asText());
                assertThat(manifest.getParent().getParent().getFileName())
                        .hasToString(content.get("payer").asText());
            }
        }
    }

    @Test
    void sampleStaysSmall() {
        long bytes = SampleLanding.tree(SampleLanding.FOLDER).values().stream()
                .mapToLong(path -> path.toFile().length())
                .sum();
        assertThat(bytes).isLessThan(LARGEST_SAMPLE);
    }

    @Test
    void controlFileCountsEveryCclfFile() {
        List<SampleLanding.Delivered> files = SampleLanding.files();
        for (String line : SampleLanding.file("medicare-ffs", "cclf0").records()) {
            String type = line.substring(0, 7).trim().toLowerCase(Locale.ROOT);
            SampleLanding.Delivered file = files.stream()
                    .filter(each -> each.type().equals(type))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.substring(52, 63).trim())
                    .isEqualTo(Integer.toString(file.records().size()));
            int length = Integer.parseInt(line.substring(64, 69).trim());
            assertThat(file.records()).allSatisfy(record -> assertThat(record).hasSize(length));
        }
    }

    private static void check(SampleLanding.Delivered file) throws IOException {
        byte[] bytes = Files.readAllBytes(file.path());
        assertThat(bytes).hasSize(file.entry().get("bytes").asInt());
        assertThat(sha256(bytes)).isEqualTo(file.entry().get("sha256").asText());
        List<String> records = file.records();
        assertThat(records).hasSize(file.entry().get("records").asInt()).isNotEmpty();
        JsonNode total = file.entry().path("controlTotals").path("paidAmount");
        if (!total.isMissingNode()) {
            BigDecimal sum = records.stream().map(line -> paid(file, line)).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(total.asText());
        }
        if (file.format().equals("apcd-cdl")) {
            List<String> lines = file.lines();
            assertThat(lines.get(0)).startsWith("HD|");
            assertThat(lines.get(lines.size() - 1)).startsWith("TR|").endsWith("||" + records.size());
        }
    }

    private static BigDecimal paid(SampleLanding.Delivered file, String line) {
        return switch (file.type()) {
            case "cclf1" -> new BigDecimal(line.substring(81, 98).trim());
            case "cclf2" -> new BigDecimal(line.substring(147, 164).trim());
            case "cclf5" -> new BigDecimal(line.substring(102, 117).trim());
            case "medical-claims" -> dollars(line.split("\\|", -1)[124]);
            case "pharmacy-claims" -> dollars(line.split("\\|", -1)[36]);
            default -> throw new AssertionError("no total is stated for " + file.type());
        };
    }

    private static BigDecimal dollars(String amount) {
        return amount.contains(".") ? new BigDecimal(amount) : new BigDecimal(amount).movePointLeft(2);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
