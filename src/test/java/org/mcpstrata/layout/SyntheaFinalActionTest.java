package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.SharedFolder;
import org.mcpstrata.canonicalize.Fate;
import org.mcpstrata.canonicalize.FinalAction;
import org.mcpstrata.canonicalize.FinalActionCounts;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.model.Table;

/** Versions, keys and corrections as the layouts read them are what final action needs: every cancellation finds its claim. */
class SyntheaFinalActionTest {
    private static final String DROP = "20260215T060000Z-001";
    private static final List<ApcdFileType> APCD = List.of(ApcdFileType.ME, ApcdFileType.MC, ApcdFileType.PC);

    @ParameterizedTest
    @CsvSource({
        "medicare-ffs, IMPLIED",
        "humana-ma, IMPLIED",
        "state-medicaid, IMPLIED",
        "bluecross-commercial, IMPLIED",
        "national-commercial, POINT"
    })
    void everyCancellationFindsItsClaimAndEveryLineItsHeader(String payer, AmountForm amounts) throws IOException {
        FinalAction finalAction = new FinalAction(
                new Drops(List.of(new Drops.Drop(payer, DROP, LineOfBusiness.OTHER, "2026-02-15T06:00:00Z"))));
        FinalActionCounts counts = FinalActionCounts.NONE;
        Map<String, BigDecimal> headers = new TreeMap<>();
        Map<String, BigDecimal> lines = new TreeMap<>();
        for (List<CanonicalRow> person : byPerson(rows(payer, amounts)).values()) {
            FinalAction.Result result = finalAction.of(person);
            counts = counts.plus(result.counts());
            result.rows().stream()
                    .filter(SyntheaFinalActionTest::isInstitutional)
                    .forEach(row -> (row.integer("claim_line_number") == 0 ? headers : lines)
                            .merge(row.text("claim_id"), paid(row), BigDecimal::add));
        }
        assertThat(counts.laws()).allMatch(Law::holds);
        assertThat(counts.of(Fate.VOIDED).versions()).isPositive();
        assertThat(counts.of(Fate.ORPHANED_VOID).rows()).isZero();
        assertThat(counts.of(Fate.HEADERLESS).rows()).isZero();
        if (payer.equals("medicare-ffs")) {
            assertThat(lines).isEqualTo(headers);
        }
    }

    private static boolean isInstitutional(CanonicalRow row) {
        return row.table() == Table.MEDICAL_CLAIM && row.text("claim_type").equals("institutional");
    }

    private static BigDecimal paid(CanonicalRow row) {
        return row.decimal(Table.MEDICAL_CLAIM.column("paid_amount"));
    }

    /** Members joined along the crosswalk, whose chains are short. */
    private static Map<String, List<CanonicalRow>> byPerson(List<CanonicalRow> rows) {
        Map<String, String> current = new HashMap<>();
        rows.stream()
                .filter(row -> row.table() == Table.MBI_CROSSWALK)
                .forEach(row -> current.put(row.memberId(), row.text("mbi")));
        Map<String, List<CanonicalRow>> persons = new TreeMap<>();
        for (CanonicalRow row : rows) {
            String member = row.memberId();
            while (current.containsKey(member)) {
                member = current.get(member);
            }
            persons.computeIfAbsent(member, any -> new ArrayList<>()).add(row);
        }
        return persons;
    }

    private static List<CanonicalRow> rows(String payer, AmountForm amounts) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(
                SharedFolder.require("realdata/synthea-ma-drops").resolve(payer).resolve(DROP))) {
            files = found.sorted().toList();
        }
        List<CanonicalRow> rows = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            Optional<RecordReader> reader = reader(name, amounts);
            long number = 0;
            for (byte[] line : reader.isPresent() ? DeliveredLines.of(file) : List.<byte[]>of()) {
                number++;
                if (ApcdFrame.parse(line, 0, line.length).isEmpty()) {
                    RecordOutcome outcome = reader.get()
                            .read(
                                    line,
                                    0,
                                    line.length,
                                    new Provenance(payer, DROP, name, number),
                                    DeliveredLines.MEDICARE);
                    rows.addAll(((RecordOutcome.Accepted) outcome).rows());
                }
            }
        }
        return rows;
    }

    private static Optional<RecordReader> reader(String name, AmountForm amounts) {
        Optional<RecordReader> cclf = CclfFileName.parse(name)
                .flatMap(CclfFileName::fileType)
                .filter(CclfLayout.FILE_TYPES::contains)
                .map(CclfLayout::of);
        return cclf.or(() -> APCD.stream()
                .filter(type -> name.contains(type + "2026"))
                .findFirst()
                .map(type -> ApcdLayout.of(type, amounts)));
    }
}
