package org.mcpstrata.measure.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.read.MeasureLoader;

/**
 * The explanations that reviewers of a measure read. To accept a changed one, run with {@code -Dexplain.accept=true} and
 * read the difference before committing it.
 */
class ProseTest {
    private static final Path GOLDEN = Path.of("src/test/resources/explain");
    private static final MeasureSet SET = MeasureLoader.load(Path.of("measures"), 2025, Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"CMS122", "CMS130", "CMS159", "CMS165", "CMS2", "EDU", "PCPCM", "Q487", "TPCC"})
    void theExplanationSaysWhatTheReviewedOneSaid(String measure) throws IOException {
        String explained = Prose.of(SET.measures().get(measure), SET.valueSets());
        Path golden = GOLDEN.resolve(measure + ".txt");
        if (Boolean.getBoolean("explain.accept")) {
            Files.writeString(golden, explained);
        }
        assertThat(explained).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    @Test
    void theExplanationOfAnEarlierYearSaysWhatTheReviewedOneSaid() throws IOException {
        MeasureSet of2024 = MeasureLoader.load(Path.of("measures"), 2024, Optional.empty());
        String explained = Prose.of(of2024.measures().get("CMS122"), of2024.valueSets());
        Path golden = GOLDEN.resolve("CMS122-2024.txt");
        if (Boolean.getBoolean("explain.accept")) {
            Files.writeString(golden, explained);
        }
        assertThat(explained).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    @Test
    void everyUnverifiedRuleIsVisible() {
        String explained = Prose.of(SET.measures().get("EDU"), SET.valueSets());
        assertThat(explained).contains("UNVERIFIED: the rule for gaps is from memory");
    }

    @Test
    void aLibrarysUnverifiedNoteIsSeenInEveryMeasureThatUsesIt() {
        MeasureSet later = MeasureLoader.load(Path.of("measures"), 2026, Optional.empty());
        String explained = Prose.of(later.measures().get("CMS122"), later.valueSets());
        assertThat(explained)
                .contains("UNVERIFIED: quality-data codes of 2026 are not published; those of 2025 are taken")
                .contains("UNVERIFIED: shared/coded-results: the codes of 2026 are not published");
    }
}
