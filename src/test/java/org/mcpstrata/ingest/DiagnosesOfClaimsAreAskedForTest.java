package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.quality.PayerRules;
import org.mcpstrata.quality.RuleBook;
import org.mcpstrata.quality.RuleResult;
import org.mcpstrata.quality.Share;

/** Records that tell claims with their diagnoses are asked for the principal one; others, registries' for example, are not. */
class DiagnosesOfClaimsAreAskedForTest {
    private static final String RULE = "DQ37_PRINCIPAL_DIAGNOSIS";

    @TempDir
    private Path out;

    @Test
    void claimRecordsOfTheSampleAreCountedInTheFormatsThatTellDiagnoses() {
        PayerRules rules = new PayerRules(RuleBook.load(Path.of("measures", RuleBook.FILE)), Map.of());
        Map<String, Share> counted = new TreeMap<>();
        Map<String, Long> claimRecords = new TreeMap<>();
        try (Intake intake = new Intake()) {
            IngestResult result = intake.read(
                    Path.of("sample-data/landing").toAbsolutePath(),
                    out,
                    IngestOptions.ofPayers(Set.of("clinical-registry", "medicare-ffs", "summit-ma"))
                            .with(rules));
            for (DropOutcome drop : result.outcomes()) {
                counted.put(drop.payer(), share(drop));
                claimRecords.put(
                        drop.payer(),
                        drop.files().stream()
                                .filter(file -> file.type().matches("medical-claims|cclf1|cclf5"))
                                .mapToLong(FileOutcome::accepted)
                                .sum());
            }
        }

        assertThat(counted.get("clinical-registry")).isEqualTo(Share.NONE);
        for (String payer : new String[] {"medicare-ffs", "summit-ma"}) {
            assertThat(counted.get(payer).bad()).as(payer).isZero();
            // All but cancellations.
            assertThat(counted.get(payer).of())
                    .as(payer)
                    .isBetween(claimRecords.get(payer) * 9 / 10, claimRecords.get(payer));
        }
    }

    private static Share share(DropOutcome drop) {
        return drop.quality().results().stream()
                .filter(result -> result.rule().id().equals(RULE))
                .map(RuleResult::counted)
                .findFirst()
                .orElseThrow();
    }
}
