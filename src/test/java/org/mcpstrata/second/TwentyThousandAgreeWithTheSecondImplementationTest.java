package org.mcpstrata.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpstrata.synthetic.Generator;
import org.mcpstrata.synthetic.GeneratorOptions;

/** Ten times the sample, and people made for the depression measure beside them: rarer people, more faults seen. */
@Tag("full")
class TwentyThousandAgreeWithTheSecondImplementationTest {
    private static final int PEOPLE = 20_000;
    private static final int SCREENED = 5_000;
    private static final long SEED = 7;

    @TempDir
    static Path folder;

    private static ComparedRun run;

    @BeforeAll
    static void runTwentyThousandPeople() throws SQLException, IOException {
        Path landing = folder.resolve("landing");
        Generator.generate(GeneratorOptions.of(PEOPLE, SEED), landing, done -> {});
        ScreenedPeople.write(SCREENED, SEED, landing);
        run = ComparedRun.of(landing, folder.resolve("out"));
    }

    @AfterAll
    static void close() throws SQLException {
        run.close();
    }

    @ParameterizedTest
    @FieldSource("org.mcpstrata.second.SecondImplementation#MEASURES")
    void everyPopulationOfEveryPersonIsTheSame(String measure) throws SQLException, IOException {
        assertThat(run.disagreements(measure)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.mcpstrata.second.SeededFaults#seenAmongTwentyThousand")
    void aSeededFaultIsSeen(SeededFault fault) throws SQLException, IOException {
        assertThat(run.disagreements(fault)).isNotEmpty();
    }
}
