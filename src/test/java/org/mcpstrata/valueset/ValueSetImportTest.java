package org.mcpstrata.valueset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mcpstrata.valueset.Downloads.OID;
import static org.mcpstrata.valueset.Downloads.code;
import static org.mcpstrata.valueset.Downloads.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.SharedFolder;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.problem.Problems;

class ValueSetImportTest {
    private static final List<Object> OFFICE_VISIT = code("99213", "CPT", "2.16.840.1.113883.6.12");

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void nameTheFolder() {
        out = folder.resolve("out");
    }

    private ValueSetImport.Imported take(Path... sources) {
        return ValueSetImport.run(List.of(sources), Set.of(), out);
    }

    /** What a run with {@code --value-sets} would load. */
    private SortedMap<String, ValueSet> loaded() throws IOException {
        Problems problems = new Problems();
        Path nothing = Files.createDirectories(folder.resolve("nothing"));
        SortedMap<String, ValueSet> sets = ValueSetLoader.load(nothing, 2025, Optional.of(out), problems);
        assertThat(problems.list()).isEmpty();
        return sets;
    }

    private List<Problem> refused(Path... sources) {
        List<Problem> problems = catchThrowableOfType(ProblemException.class, () -> take(sources))
                .problems();
        assertThat(out).as("nothing was written").doesNotExist();
        return problems;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theDownloadOfOneValueSetIsLoadedAsItIs() throws IOException {
        Path workbook = Downloads.ofOneValueSet(
                folder.resolve("one.xlsx"),
                List.of(
                        OFFICE_VISIT,
                        code(99214, "CPT", "2.16.840.1.113883.6.12"),
                        code("10637031000119106", "SNOMEDCT", "2.16.840.1.113883.6.96")));

        assertThat(take(workbook)).isEqualTo(new ValueSetImport.Imported(1, 3));

        ValueSet set = loaded().get(OID);
        assertThat(set.name()).isEqualTo("Office Visit");
        assertThat(set.members())
                .containsExactly(
                        Coding.of(CodeSystem.CPT, "99213"),
                        Coding.of(CodeSystem.CPT, "99214"),
                        Coding.of(CodeSystem.SNOMED, "10637031000119106"));
        assertThat(out.resolve("MANIFEST.csv"))
                .content()
                .contains("office_visit__" + OID + ".csv")
                .contains("20240105 / eCQM Update 2025-05-08")
                .contains(",3,one.xlsx");
    }

    @Test
    void theDownloadOfAProgramGivesEachOfItsValueSetsOnce() throws IOException {
        Path workbook = Downloads.ofAProgram(
                folder.resolve("program.xlsx"),
                List.of(row("Diabetes", "1.1", "E11.9", "ICD10CM"), row("Visit", "1.2", "99213", "CPT")),
                List.of(row("Visit", "1.2", "99213", "CPT")));

        assertThat(take(workbook)).isEqualTo(new ValueSetImport.Imported(2, 2));
        assertThat(loaded()).containsOnlyKeys("1.1", "1.2");
    }

    @Test
    void oneValueSetWithTwoContentsIsRefused() throws IOException {
        Path workbook = Downloads.ofAProgram(
                folder.resolve("program.xlsx"),
                List.of(row("Visit", "1.2", "99213", "CPT")),
                List.of(row("Visit", "1.2", "99214", "CPT")));

        assertThat(refused(workbook)).singleElement().satisfies(problem -> assertThat(problem.detail())
                .contains("stands with other codes"));
    }

    @Test
    void theSameDownloadAsCsvIsLoadedToo() throws IOException {
        Path csv = write("one.csv", """
                \uFEFFValue Set Name,Office Visit
                OID,1.22.333.4444
                Definition Version,20240105

                Code,Description,Code System,Code System Version,Code System OID
                99213,"a, b",CPT,2025,2.16.840.1.113883.6.12
                G0402,,HCPCS Level II,2025,2.16.840.1.113883.6.285
                """);

        take(csv);

        assertThat(loaded().get(OID).members())
                .containsExactly(Coding.of(CodeSystem.CPT, "99213"), Coding.of(CodeSystem.HCPCS, "G0402"));
    }

    @Test
    void whatAnImportWroteCanBeImportedAgainToTheSameBytes() throws IOException {
        take(Downloads.ofOneValueSet(folder.resolve("one.xlsx"), List.of(OFFICE_VISIT)));
        Path again = folder.resolve("again");
        ValueSetImport.run(List.of(out), Set.of(), again);

        String file = "office_visit__" + OID + ".csv";
        assertThat(again.resolve(file)).hasSameBinaryContentAs(out.resolve(file));
    }

    @Test
    void theMainFolderOfThePublishedExpansionsComesThroughUnchanged() throws IOException {
        Path published = SharedFolder.require("valuesets");
        Problems problems = new Problems();
        SortedMap<String, ValueSet> before =
                ValueSetLoader.load(Path.of("measures/value-sets"), 2026, Optional.of(published), problems);

        take(published);

        SortedMap<String, ValueSet> after =
                ValueSetLoader.load(Path.of("measures/value-sets"), 2026, Optional.of(out), problems);
        assertThat(problems.list()).isEmpty();
        assertThat(after).isEqualTo(before);
    }

    @Test
    void onlyTheChosenValueSetsAreTakenAndAnyOtherMayHoldAnUnknownSystem() throws IOException {
        Path workbook = Downloads.ofAProgram(
                folder.resolve("program.xlsx"),
                List.of(row("Visit", "1.2", "99213", "CPT")),
                List.of(row("Place", "1.3", "1117-1", "HSLOC")));

        assertThat(refused(workbook)).singleElement().satisfies(problem -> {
            assertThat(problem.detail()).contains("code system is not known");
            assertThat(problem.place().toString()).isEqualTo("program.xlsx, CMS2, line 3");
        });
        assertThat(ValueSetImport.run(List.of(workbook), Set.of("1.2"), out))
                .isEqualTo(new ValueSetImport.Imported(1, 1));
    }

    @Test
    void codesThatTheSpreadsheetDamagedAreAllNamedAtOnce() throws IOException {
        Path workbook = Downloads.ofOneValueSet(
                folder.resolve("one.xlsx"),
                List.of(
                        code(1.0637031000119106e16, "SNOMEDCT", ""),
                        code("10637031000119100", "SNOMEDCT", ""),
                        code(100, "CPT", ""),
                        code(250.1, "ICD9CM", ""),
                        code("1.06E+16", "SNOMEDCT", ""),
                        code("99213", "CPT", "2.16.840.1.113883.6.96")));

        assertThat(refused(workbook))
                .hasSize(6)
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.VALUE_SET_INVALID))
                .extracting(problem -> problem.place().line())
                .containsExactly(8L, 9L, 10L, 11L, 12L, 13L);
    }

    @Test
    void codesWithoutTheirValueSetAndFilesWithoutCodesAreNotTaken() throws IOException {
        Path nameless = write("nameless.csv", "Code,Code System\n99213,CPT\n");
        Path empty = write("empty.csv", "OID,1.2\nCode,Code System\n");
        Path letter = write("letter.csv", "Dear colleague\n");
        Path old = write("old.xls", "");
        Path broken = write("broken.xlsx", "not a workbook");

        assertThat(refused(nameless, empty, letter, old, broken, folder.resolve("absent.json")))
                .extracting(problem -> problem.place().source())
                .anyMatch(source -> source.endsWith("old.xls"))
                .anyMatch(source -> source.endsWith("absent.json"))
                .contains("nameless.csv", "empty.csv", "letter.csv", "broken.xlsx")
                .hasSize(6);
    }

    @Test
    void aFolderThatHoldsSomethingIsNotWrittenOver() throws IOException {
        Path one = Downloads.ofOneValueSet(folder.resolve("one.xlsx"), List.of(OFFICE_VISIT));
        take(one);

        assertThat(catchThrowableOfType(ProblemException.class, () -> take(one)).problems())
                .singleElement()
                .extracting(Problem::code)
                .isEqualTo(ProblemCode.BAD_OPTION);
    }

    @Test
    void anIdOfTheFileNeverLeadsOutOfTheFolder() {
        Expansion sly = new Expansion("../../x", "../etc/Passwd", "", new TreeSet<>(), Place.of("test"));

        assertThat(ExpansionWriter.fileOf(sly))
                .isEqualTo("etc_passwd__.._.._x.csv")
                .doesNotContain("/");
    }
}
