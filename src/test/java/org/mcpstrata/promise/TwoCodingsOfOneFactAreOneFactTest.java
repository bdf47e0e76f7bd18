package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Table;
import org.mcpstrata.run.RunOutcome;
import org.mcpstrata.store.TableReader;
import org.mcpstrata.story.CanonicalDrop;
import org.mcpstrata.stratify.MemberResult;
import org.mcpstrata.valueset.CodeForm;
import org.mcpstrata.valueset.CodeSystem;

/**
 * Promise 26: people who differ in how their payer writes a code, and in nothing else, have the same result; so has one whose
 * visit comes as a claim and as an encounter.
 */
class TwoCodingsOfOneFactAreOneFactTest {
    private static final String PAYER = "plan";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "ICD10CM, E11.9, E119",
        "ICD10CM, E11.9, e11.9",
        "ICD10CM, E11.9, 'E119 '",
        "ICD9CM, 250.00, 25000",
        "ICD9CM, E812.0, e8120",
        "HCPCS, G0438, ' g0438'",
        "UBREV, 0450, 450",
        "UBTOB, 131, 0131",
        "POS, 02, 2",
        "CDCREC, 2106-3, 21063",
        "NDC, 00093505698, 0093-5056-98",
        "NDC, 12345067801, 12345-678-01",
        "NDC, 12345678901, 12345-6789-1",
        "NDC, 12345678901, 12345-6789-01"
    })
    void oneCodeHasOneForm(CodeSystem system, String code, String written) {
        assertThat(CodeForm.normal(system, written))
                .isEqualTo(CodeForm.normal(system, code))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"ICD10CM, E11.9, E11.99", "UBREV, 0450, 4500", "POS, 02, 20", "NDC, 00093505698, 00935056980"})
    void otherCodesStayOtherCodes(CodeSystem system, String code, String other) {
        assertThat(CodeForm.normal(system, other)).isNotEqualTo(CodeForm.normal(system, code));
    }

    /** One person's way to write what all of them have. */
    private record Writing(String member, String diagnosis, String revenue, String service, String modifier) {}

    @Test
    void peopleWhoseCodesAreWrittenDifferentlyHaveOneResult() throws IOException {
        List<Writing> writings = List.of(
                new Writing("plain", "E11.9", "0450", "99283", ""),
                new Writing("no-dot", "E119", "0450", "99283", ""),
                new Writing("small", "e11.9", "0450", "99283", ""),
                new Writing("blank", "E119 ", "0450", "99283", ""),
                new Writing("no-zero", "E11.9", "450", "99283", ""),
                new Writing("modifier", "E11.9", "0450", "99283", "25"),
                new Writing("twice", "E11.9", "0450", "99283", ""));
        Path landing = folder.resolve("landing");
        try (CanonicalDrop drop = CanonicalDrop.open(landing, PAYER, LineOfBusiness.COMMERCIAL, 2025)) {
            for (Writing writing : writings) {
                person(drop, writing);
            }
            drop.add(
                    Table.ENCOUNTER,
                    "twice",
                    Map.of(
                            "encounter_id", "e1",
                            "status", "finished",
                            "encounter_class", "EMER",
                            "encounter_start_date", "2025-03-03",
                            "encounter_end_date", "2025-03-03"));
            person(drop, new Writing("another", "E78.5", "0250", "99213", ""));
        }

        Map<String, List<String>> results = results(LocalRun.run(landing, folder.resolve("out")));

        List<String> plain = results.get("plain");
        assertThat(plain).anyMatch(line -> line.startsWith("CMS122 ") && line.contains("true"));
        assertThat(plain).anyMatch(line -> line.startsWith("EDU ") && line.contains(" 1.0"));
        for (Writing writing : writings) {
            assertThat(results.get(writing.member())).as(writing.member()).isEqualTo(plain);
        }
        assertThat(results.get("another")).isNotEqualTo(plain);
    }

    private static void person(CanonicalDrop drop, Writing writing) throws IOException {
        drop.add(
                Table.ELIGIBILITY,
                writing.member(),
                Map.of(
                        "birth_date", "1970-05-17",
                        "gender", "female",
                        "enrollment_start_date", "2023-01-01",
                        "enrollment_end_date", "2025-12-31",
                        "address_state", "NY"));
        claim(drop, writing, "1", "institutional", "2025-03-03", Map.of("revenue_center_code", writing.revenue()));
        claim(
                drop,
                writing,
                "2",
                "professional",
                "2025-03-03",
                Map.of("hcpcs_code", writing.service(), "hcpcs_modifier_1", writing.modifier()));
        claim(drop, writing, "3", "professional", "2025-05-05", Map.of("hcpcs_code", "99213"));
        for (String claim : List.of("1", "2", "3")) {
            drop.add(
                    Table.CLAIM_DIAGNOSIS,
                    writing.member(),
                    Map.of(
                            "claim_id", writing.member() + claim,
                            "record_version", "0",
                            "claim_line_number", "0",
                            "sequence", "1",
                            "role", "principal",
                            "code_system", "ICD10CM",
                            "code", writing.diagnosis(),
                            "claim_start_date", claim.equals("3") ? "2025-05-05" : "2025-03-03",
                            "claim_end_date", claim.equals("3") ? "2025-05-05" : "2025-03-03"));
        }
    }

    private static void claim(
            CanonicalDrop drop, Writing writing, String claim, String type, String day, Map<String, String> codes)
            throws IOException {
        Map<String, String> line = new HashMap<>(codes);
        line.put("claim_id", writing.member() + claim);
        line.put("claim_line_number", "1");
        line.put("claim_type", type);
        line.put("record_version", "0");
        line.put("adjustment_type", "ORIGINAL");
        line.put("claim_start_date", day);
        line.put("claim_end_date", day);
        line.put("claim_status", "paid");
        line.put("line_status", "paid");
        line.put("paid_amount", "10.00");
        drop.add(Table.MEDICAL_CLAIM, writing.member(), line);
    }

    /** Populations and visits by member. */
    private static Map<String, List<String>> results(RunOutcome outcome) throws IOException {
        Map<String, List<String>> results = new TreeMap<>();
        for (Path part : FileTree.files(Path.of(outcome.folder()).resolve("restricted/member_result"))) {
            if (part.toString().endsWith(".parquet")) {
                try (TableReader rows = TableReader.open(
                        new org.apache.hadoop.fs.Path(part.toUri()), MemberResult.SCHEMA, new Configuration())) {
                    rows.forEachRemaining(row -> results.computeIfAbsent(member(row), any -> new ArrayList<>())
                            .add(result(row)));
                }
            }
        }
        return results;
    }

    private static String member(Object[] row) {
        List<?> members =
                (List<?>) row[MemberResult.SCHEMA.column("source_members").index()];
        return (String) ((Object[]) members.get(0))[1];
    }

    private static String result(Object[] row) {
        return Stream.of(
                        "measure_id",
                        "rate_id",
                        "initial_population",
                        "denominator",
                        "denominator_exclusion",
                        "numerator",
                        "observation")
                .map(column ->
                        String.valueOf(row[MemberResult.SCHEMA.column(column).index()]))
                .collect(Collectors.joining(" "));
    }
}
