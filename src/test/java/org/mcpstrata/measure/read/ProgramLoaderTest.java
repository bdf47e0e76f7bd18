package org.mcpstrata.measure.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.measure.CountClause;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.Program;
import org.mcpstrata.model.IndirectEstimates;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.ScoringRule;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

class ProgramLoaderTest {
    private static final Path SHIPPED = Path.of("measures/programs/mcp.yaml");

    /** The shipped program leaves every limit to the measure files. */
    private static final String LIMITS = """
            limits:
              EDU:
                outlier:
                  COMMERCIAL: ">= 9"
                  otherwise: ">= 6"
            """;

    @TempDir
    private Path folder;

    private Program changed(String text, String other) throws IOException {
        String before = Files.readString(SHIPPED);
        assertThat(before).contains(text);
        return ProgramLoader.load(Files.writeString(folder.resolve("program.yaml"), before.replace(text, other)));
    }

    private Program limited(String limits) throws IOException {
        return changed("confidence:", limits + "confidence:");
    }

    private static MeasureSet measures() {
        return MeasureLoader.load(Path.of("measures"), 2025, Optional.empty());
    }

    private static CountClause outlier(MeasureSet set) {
        return (CountClause)
                set.measures().get("EDU").definition("outlier member").clause();
    }

    @Test
    void payersOfAProgramAreNamedByTheirFolders() throws IOException {
        assertThat(changed("payer order: []", "payers: [plan-b, plan-a]").payers())
                .containsExactly("plan-a", "plan-b");
        assertThat(ProgramLoader.load(SHIPPED).payers()).isEmpty();
        assertThatThrownBy(() -> changed("payer order: []", "payers: [Plan A]"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("named by its folder");
    }

    @Test
    void theShippedProgramNamesMeasuresThatExist() {
        Program program = ProgramLoader.load(SHIPPED);
        assertThat(program.id()).isEqualTo("mcp-2025");
        assertThat(program.states()).hasSize(8);
        assertThat(measures().of(program).measures().keySet()).isEqualTo(program.measureIds());
    }

    @Test
    void theShippedProgramWantsNothingOptionalAndSaysOfNobodyThatTheyAgreed() {
        for (String year : List.of("mcp.yaml", "mcp-2024.yaml", "mcp-2026.yaml")) {
            assertThat(ProgramLoader.load(SHIPPED.resolveSibling(year)).wanted())
                    .isEqualTo(Program.Wanted.NOTHING);
        }
    }

    @Test
    void whatAProgramWantsIsReadWithItsPlace() throws IOException {
        Program program = changed(
                "confidence:",
                "optional stratifiers: [tribal_ihs, gender_identity]\ntribal data owner agreed: true\nconfidence:");
        assertThat(program.wanted().stratifiers()).containsExactly("gender_identity", "tribal_ihs");
        assertThat(program.wanted().tribalDataOwnerAgreed()).isTrue();
        assertThat(program.places().get(Program.optionalOf("tribal_ihs")).line())
                .isPositive();
    }

    @Test
    void indirectEstimatesAreOfOneModelAndVersion() throws IOException {
        IndirectEstimates wanted = changed("confidence:", """
                        indirect estimates:
                          { model: MBISG, version: "2.10", methods: [INDIRECT, DIRECT_PLUS_INDIRECT] }
                        confidence:""").wanted().estimates();
        assertThat(wanted)
                .isEqualTo(new IndirectEstimates(
                        "MBISG", "2.10", new TreeSet<>(List.of(IndirectEstimates.Method.values())), false));
    }

    @Test
    void aKindOfEntityThatIsAlwaysThereOrMisspeltIsNoneToSwitchOn() throws IOException {
        assertThat(changed("confidence:", "optional entities: [TIN, COUNTY]\nconfidence:")
                        .wanted()
                        .entities())
                .containsExactly("COUNTY", "TIN");
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> changed("confidence:", "optional entities: [STATE, COUNTRY]\nconfidence:"))
                        .problems())
                .extracting(Problem::detail)
                .containsExactly(
                        "'STATE' is no optional kind of entity. Known here: COUNTY, TIN.",
                        "'COUNTRY' is no optional kind of entity. Did you mean 'COUNTY'?");
    }

    @Test
    void everyMistakeOfIndirectEstimatesIsReportedAtItsPlace() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> changed("confidence:", """
                                        indirect estimates:
                                          model: MBISG
                                          methods: [INDRECT]
                                          weak groups: perhaps
                                        confidence:"""))
                        .problems())
                .allMatch(problem -> problem.place().line() > 0)
                .extracting(Problem::detail)
                .contains(
                        "The key 'version' is missing.",
                        "'INDRECT' is no method. Did you mean 'INDIRECT'?",
                        "'perhaps' is neither true nor false.");
    }

    @Test
    void anAgreementIsNotTakenFromAWordThatIsNeitherTrueNorFalse() {
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> changed("confidence:", "tribal data owner agreed: probably\nconfidence:"))
                        .problems())
                .singleElement()
                .extracting(Problem::detail)
                .isEqualTo("'probably' is neither true nor false.");
    }

    @Test
    void aLimitOfTheProgramReplacesTheMeasuresOwn() throws IOException {
        MeasureSet set = measures().of(limited(LIMITS));
        assertThat(outlier(measures()).limit().holds(4, List.of(LineOfBusiness.COMMERCIAL)))
                .isTrue();
        assertThat(outlier(set).limit().holds(8, List.of(LineOfBusiness.COMMERCIAL)))
                .isFalse();
        assertThat(outlier(set).limit().holds(9, List.of(LineOfBusiness.COMMERCIAL)))
                .isTrue();
    }

    @Test
    void someoneWithTwoLinesOfBusinessIsAnOutlierOnlyInBoth() {
        CountClause count = outlier(measures());
        List<LineOfBusiness> both = List.of(LineOfBusiness.COMMERCIAL, LineOfBusiness.MEDICARE_FFS);
        assertThat(count.limit().holds(5, both)).isFalse();
        assertThat(count.limit().holds(6, both)).isTrue();
        assertThat(count.limit().holds(5, List.of())).isFalse();
    }

    @Test
    void aLimitThatNoMeasureHasIsRefused() throws IOException {
        Program program = limited(LIMITS.replace("outlier:", "outliers:"));
        assertThat(catchThrowableOfType(ProblemException.class, () -> measures().of(program))
                        .problems())
                .extracting(Problem::detail)
                .containsExactly("No limit of EDU is called 'outliers'. Did you mean 'outlier'?");
    }

    @Test
    void aLimitOfAMeasureThatIsNotThereIsRefused() throws IOException {
        Program program = limited(LIMITS.replace("EDU:", "EDV:"));
        assertThat(catchThrowableOfType(ProblemException.class, () -> measures().of(program))
                        .problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.NO_MEASURE_FOR_YEAR);
    }

    @Test
    void aMeasureThatIsNotThereIsFoundOnTheLineThatNamesIt() throws IOException {
        Program program = changed(
                "{ track: 1, kind: FQHC, measures: [CMS122, CMS130, CMS165, PCPCM] }",
                "{ track: 1, kind: FQHC, measures: [CMS122, CMS13O, CMS165, PCPCM] }");
        int line = Files.readAllLines(folder.resolve("program.yaml"))
                        .indexOf("  - { track: 1, kind: FQHC, measures: [CMS122, CMS13O, CMS165, PCPCM] }")
                + 1;
        assertThat(line).isPositive();
        assertThat(catchThrowableOfType(ProblemException.class, () -> measures().of(program))
                        .problems())
                .singleElement()
                .extracting(problem -> problem.place().toString())
                .isEqualTo("program.yaml, line " + line + ", participants[2] > measures[2] (column 48)");
    }

    @Test
    void aLimitThatIsNotThereIsFoundOnTheLineThatNamesIt() throws IOException {
        Program program = limited(LIMITS.replace("outlier:", "outliers:"));
        int line = Files.readAllLines(folder.resolve("program.yaml")).indexOf("    outliers:") + 1;
        assertThat(line).isPositive();
        assertThat(catchThrowableOfType(ProblemException.class, () -> measures().of(program))
                        .problems())
                .extracting(problem -> problem.place().line())
                .containsExactly((long) line);
    }

    @Test
    void aLimitReachesAMeasureThatNoParticipantReports() throws IOException {
        String before =
                Files.readString(SHIPPED).replace(", EDU", "").replace("improvement of: [EDU]", "improvement of: []");
        Path file = Files.writeString(folder.resolve("program.yaml"), before + LIMITS);
        Program program = ProgramLoader.load(file);

        assertThat(program.measureIds()).doesNotContain("EDU");
        assertThat(outlier(measures().of(program)).limit().holds(8, List.of(LineOfBusiness.COMMERCIAL)))
                .isFalse();
    }

    @Test
    void everyMistakeOfAProgramFileIsReported() {
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> changed("confidence: 0.95", "confidence: 95\nstate: CO\nconfidence level: 1"));
        assertThat(refused.problems()).hasSize(3);
    }

    @Test
    void practicesAreScoredByTrackAndType() {
        ScoringRule rule = ProgramLoader.load(SHIPPED).scoring();
        Practice standard = new Practice("A", "", "", "CO", 2, "STANDARD");
        Practice tribal = new Practice("B", "", "", "NM", 3, "IHS_TRIBAL");
        Practice small = new Practice("C", "", "", "CO", 1, "FQHC");

        assertThat(rule.isScored(standard, "TPCC", false)).isTrue();
        assertThat(rule.isScored(standard, "TPCC", true)).isTrue();
        assertThat(rule.isScored(standard, "EDU", true)).isFalse();
        assertThat(rule.isScored(tribal, "TPCC", false)).isFalse();
        assertThat(rule.isScored(tribal, "EDU", true)).isTrue();
        assertThat(rule.isScored(small, "EDU", false)).isFalse();
        assertThat(rule.isScored(small, "CMS122", false)).isTrue();
        assertThat(rule.isScored(Practice.unattributed("CO"), "CMS122", false)).isFalse();
    }

    @Test
    void anImprovementThatTheMeasureDoesNotReportIsRefused() throws IOException {
        String text = Files.readString(SHIPPED).replace("improvement of: [EDU]", "improvement of: [CMS122]");
        Program program = ProgramLoader.load(Files.writeString(folder.resolve("program.yaml"), text));

        assertThat(catchThrowableOfType(ProblemException.class, () -> measures().of(program))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.detail()).contains("no rate of improvement"));
    }
}
