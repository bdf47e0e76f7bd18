package org.mcpstrata.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.mcpstrata.layout.RifLine;
import org.mcpstrata.model.Table;
import org.mcpstrata.store.TableReader;
import org.mcpstrata.story.CanonicalDrop;
import org.mcpstrata.synthetic.Generator;
import org.mcpstrata.synthetic.GeneratorOptions;

/** One drop for each format, of invented people and uncompressed, for measuring what reading costs. */
final class ReaderDrops {
    private static final long SEED = 20_250_101;
    private static final String PAYER = "payer";
    private static final String DROP = "d1";

    private final Path folder;
    private final int people;

    ReaderDrops(Path folder, int people) {
        this.folder = folder;
        this.people = people;
    }

    /** The landing folder of a format's drop. */
    Path landing(String format) {
        return folder.resolve(format);
    }

    Path drop(String format) {
        return landing(format).resolve(PAYER).resolve(DROP);
    }

    private DropDraft draft(String format) {
        return new DropDraft(landing(format), PAYER, DROP).mode("full");
    }

    /** Writes the drops of all formats but Parquet. */
    void write() throws IOException {
        Path generated = folder.resolve("generated");
        Generator.generate(GeneratorOptions.of(people, SEED), generated, done -> {});
        taken(generated.resolve("medicare-ffs"), "cclf");
        taken(generated.resolve("state-medicaid"), "apcd-cdl");
        taken(generated.resolve("clinical-registry"), "fhir-ndjson");
        claims();
        carrier();
    }

    /** The generator's files of one format, as they are but for their compression. */
    private void taken(Path payer, String format) throws IOException {
        DropDraft draft = draft(format);
        try (Stream<Path> drops = Files.list(payer)) {
            Path source = drops.findFirst().orElseThrow();
            JsonNode manifest =
                    new ObjectMapper().readTree(source.resolve("manifest.json").toFile());
            draft.set(root -> root.set("lineOfBusiness", manifest.get("lineOfBusiness")));
            draft.set(root -> root.set("createdAt", manifest.get("createdAt")));
            for (JsonNode entry : manifest.get("files")) {
                if (entry.get("format").asText().equals(format)) {
                    String name = entry.get("name").asText();
                    String plain = name.replace(".gz", "");
                    try (InputStream in = Files.newInputStream(source.resolve(name));
                            InputStream unpacked =
                                    name.equals(plain) ? in : new GZIPInputStream(new BufferedInputStream(in))) {
                        Files.copy(unpacked, draft.folder().resolve(plain));
                    }
                    draft.existing(
                            plain,
                            entry.get("type").asText(),
                            format,
                            entry.get("records").asLong(),
                            own -> like(own, entry));
                }
            }
        }
        draft.send();
    }

    private static void like(ObjectNode own, JsonNode entry) {
        own.set("layoutVersion", entry.get("layoutVersion"));
        own.set("encoding", entry.get("encoding"));
    }

    private int lines() {
        return people * 20;
    }

    /** Claim lines as a payer fills them. */
    private void claims() throws IOException {
        DropDraft draft = draft("canonical-csv");
        try (PrintStream out = open(draft, "medical_claim.csv")) {
            out.println(String.join(",", CanonicalDrop.header(Table.MEDICAL_CLAIM)));
            Map<String, String> line = new HashMap<>(Map.of(
                    "claim_type", "professional",
                    "record_version", "0",
                    "adjustment_type", "ORIGINAL",
                    "place_of_service_code", "11",
                    "billing_npi", "1234567893",
                    "claim_status", "paid",
                    "line_status", "paid"));
            for (int i = 0; i < lines(); i++) {
                String day = "2025-%02d-%02d".formatted(1 + i % 12, 1 + i % 28);
                line.put("claim_id", "CLM" + (100_000_000 + i / 3));
                line.put("claim_line_number", Integer.toString(1 + i % 3));
                line.put("hcpcs_code", Integer.toString(99201 + i * 7 % 200));
                line.put("rendering_npi", Integer.toString(1_234_567_893 + i * 31 % 5_000));
                line.put("paid_amount", BigDecimal.valueOf(i * 37L % 90_000, 2).toString());
                line.put(
                        "allowed_amount",
                        BigDecimal.valueOf(i * 41L % 90_000, 2).toString());
                line.put(
                        "charge_amount", BigDecimal.valueOf(i * 43L % 90_000, 2).toString());
                line.put("claim_start_date", day);
                line.put("claim_end_date", day);
                line.put("claim_line_start_date", day);
                line.put("claim_line_end_date", day);
                line.put("paid_date", day);
                out.println(String.join(",", CanonicalDrop.record(Table.MEDICAL_CLAIM, "MEMBER" + i % people, line)));
            }
        }
        draft.existing("medical_claim.csv", "medical_claim", "canonical-csv", lines())
                .send();
    }

    private void carrier() throws IOException {
        DropDraft draft = draft("rif").set(root -> root.put("lineOfBusiness", "MEDICARE_FFS"));
        try (PrintStream out = open(draft, "carrier.csv")) {
            RifLine line = RifLine.claim("carrier");
            out.println(line.headerText());
            for (int i = 0; i < lines(); i++) {
                out.println(line.set("BENE_ID", Integer.toString(-1 - i % people))
                        .set("CLM_ID", Integer.toString(-100 - i))
                        .set("CLM_GRP_ID", Integer.toString(-100 - i))
                        .set("PRNCPAL_DGNS_CD", "E119")
                        .set("PRNCPAL_DGNS_VRSN_CD", "0")
                        .set("HCPCS_CD", "99213")
                        .set("LINE_NCH_PMT_AMT", "81.35")
                        .text());
            }
        }
        draft.existing("carrier.csv", "carrier", "rif", lines()).send();
    }

    /** Parquet as the pipeline itself wrote it from the claims of the CSV file. */
    void parquet(Path out) throws IOException {
        DropDraft draft = draft("canonical-parquet");
        Path accepted = out.resolve("drops").resolve(PAYER).resolve(DROP).resolve("accepted/medical_claim");
        List<String> names = Intake.files(accepted);
        long left = lines();
        for (int i = 0; i < names.size(); i++) {
            String name = "medical_claim-" + i + ".parquet";
            Files.copy(accepted.resolve(names.get(i)), draft.folder().resolve(name));
            long rows = TableReader.countRows(
                    new org.apache.hadoop.fs.Path(draft.folder().resolve(name).toUri()), new Configuration());
            draft.existing(name, "medical_claim", "canonical-parquet", rows);
            left -= rows;
        }
        if (left != 0) {
            throw new IllegalStateException("rows are missing");
        }
        draft.send();
    }

    private static PrintStream open(DropDraft draft, String name) throws IOException {
        return new PrintStream(
                new BufferedOutputStream(Files.newOutputStream(draft.folder().resolve(name)), 1 << 20),
                false,
                StandardCharsets.UTF_8);
    }
}
