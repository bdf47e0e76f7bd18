package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.quality.PayerRules;
import org.mcpstrata.quality.RowCheck;
import org.mcpstrata.quality.RowCounts;
import org.mcpstrata.quality.RuleBook;
import org.mcpstrata.quality.RuleResult;
import org.mcpstrata.quality.Share;

/** The shipped rules about drops, on what became of invented ones. */
class DropRulesTest {
    private static final DropRules RULES =
            new DropRules(new PayerRules(RuleBook.load(Path.of("measures", RuleBook.FILE)), Map.of()));
    private static final Place DROP = Place.of("plan/d1");

    private static FileOutcome file(String name, long delivered, Map<ProblemCode, Long> rejected) {
        long bad = rejected.values().stream().mapToLong(Long::longValue).sum();
        return new FileOutcome(name, "eligibility", delivered, delivered - bad, new TreeMap<>(rejected), 0, null);
    }

    private static String judged(String rule, List<Problem> problems, List<FileOutcome> files, RowCounts counts) {
        Manifest manifest = new Manifest(
                "plan",
                LineOfBusiness.COMMERCIAL,
                "d1",
                Instant.parse("2026-01-15T12:04:05Z"),
                Manifest.Mode.FULL,
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 12, 31),
                new TreeSet<>(),
                List.of(new ManifestFile(
                        "a.csv",
                        "eligibility",
                        FileFormat.CANONICAL_CSV,
                        "",
                        Compression.NONE,
                        Encoding.UTF_8,
                        1,
                        "",
                        1,
                        null)));
        DropOutcome outcome = new DropOutcome("plan", "d1", DropState.ACCEPTED, "", problems, files);
        RuleResult result = RULES.of(outcome, manifest, counts).results().stream()
                .filter(one -> one.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
        return result.counted().bad() + "/" + result.counted().of() + ' ' + result.status();
    }

    private static RowCounts days(long of, long bad) {
        return new RowCounts(Map.of(RowCheck.NOT_AFTER_FILE_DATE, new Share(of, bad)), new TreeSet<>());
    }

    @Test
    void oneRejectedMemberMonthAmongManyIsNoFailureOfAllWhereNoRowsHaveADay() {
        List<FileOutcome> months = List.of(file("a.csv", 389, Map.of(ProblemCode.IMPOSSIBLE_DATE, 1L)));
        assertThat(judged("DQ11_DATES_REAL", List.of(), months, RowCounts.NONE)).isEqualTo("1/389 PASS");
    }

    @Test
    void manyMembersHideNeitherRejectedClaimsNorClaimsOfTheFuture() {
        FileOutcome members = file("a.csv", 10_000, Map.of());
        FileOutcome claims = file("b.csv", 100, Map.of(ProblemCode.IMPOSSIBLE_DATE, 2L));
        assertThat(judged("DQ11_DATES_REAL", List.of(), List.of(members, claims), days(98, 0)))
                .isEqualTo("2/100 FAIL");
        assertThat(judged("DQ11_DATES_REAL", List.of(), List.of(members), days(98, 2)))
                .isEqualTo("2/98 FAIL");
        assertThat(judged("DQ11_DATES_REAL", List.of(), List.of(members), days(98, 0)))
                .isEqualTo("0/98 PASS");
    }

    @Test
    void codeOfAnyOtherFieldIsNoCodeOfSex() {
        List<FileOutcome> claims = List.of(file("b.csv", 131, Map.of(ProblemCode.FIELD_VALUE, 1L)));
        assertThat(judged("DQ15_SEX_CODED", List.of(), claims, RowCounts.NONE)).isEqualTo("0/0 NO_DATA");
    }

    @Test
    void fileRefusedForItsHeaderHasNoKnownLayout() {
        Problem header =
                new Problem(ProblemCode.HEADER_INVALID, DROP.inFile("a.csv").atLine(1), "");
        assertThat(judged("DQ03_LAYOUT_KNOWN", List.of(header, header), List.of(), RowCounts.NONE))
                .isEqualTo("1/1 FAIL");
    }

    @Test
    void recordOfAnotherPayerIsNoFileOfItsOwn() {
        Problem ofFile = new Problem(ProblemCode.WRONG_PAYER, DROP.inFile("a.csv"), "");
        Problem ofRecord =
                new Problem(ProblemCode.WRONG_PAYER, DROP.inFile("a/member.csv").atLine(7), "");
        List<FileOutcome> files = List.of(file("a.csv", 389, Map.of(ProblemCode.WRONG_PAYER, 1L)));
        assertThat(judged("DQ04_HEADER_TRAILER", List.of(ofFile, ofRecord), files, RowCounts.NONE))
                .isEqualTo("1/1 FAIL");
    }
}
