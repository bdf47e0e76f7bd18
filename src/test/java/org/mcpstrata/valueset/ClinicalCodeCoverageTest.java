package org.mcpstrata.valueset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.mcpstrata.SharedFolder;
import org.mcpstrata.problem.Problems;

/**
 * How much of the SNOMED CT and RxNorm members of the published expansions the shipped sets hold: a report in
 * {@code target/value-set-coverage.md}, not a condition, because large sets leave them to {@code --value-sets}.
 */
class ClinicalCodeCoverageTest {
    private static final List<CodeSystem> REPORTED = List.of(CodeSystem.SNOMED, CodeSystem.RXNORM);
    private static final Path REPORT = Path.of("target/value-set-coverage.md");

    @Test
    void theReportHasALineForEverySetWithAPublishedCounterpart() throws IOException {
        Path folder = SharedFolder.require("valuesets");
        SortedMap<String, ValueSet> shipped =
                ValueSetLoader.load(Path.of("measures/value-sets"), 2026, Optional.empty(), new Problems());
        Collection<Expansion> published = PublishedExpansions.read(folder).of(shipped.keySet());
        StringBuilder report =
                new StringBuilder("# Clinical codes of the shipped value sets, 2026\n\n| value set | id | SNOMED CT |"
                        + " RxNorm |\n|---|---|---|---|\n");
        for (Expansion expansion : published) {
            report.append("| ").append(expansion.name()).append(" | ").append(expansion.id());
            for (CodeSystem system : REPORTED) {
                report.append(" | ").append(coverage(shipped.get(expansion.id()), expansion, system));
            }
            report.append(" |\n");
        }
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, report);

        assertThat(Files.readAllLines(REPORT)).hasSize(published.size() + 4);
        assertThat(report)
                .contains("| Hospice Diagnosis | 2.16.840.1.113883.3.464.1003.1165 | 3 of 3 | none |")
                .contains("| Dementia Medications | 2.16.840.1.113883.3.464.1003.196.12.1510 | none | 33 of 33 |");
    }

    private static String coverage(ValueSet shipped, Expansion published, CodeSystem system) {
        List<Coding> wanted = published.members().stream()
                .filter(coding -> coding.system() == system)
                .toList();
        long held = wanted.stream().filter(shipped.members()::contains).count();
        return wanted.isEmpty() ? "none" : held + " of " + wanted.size();
    }
}
