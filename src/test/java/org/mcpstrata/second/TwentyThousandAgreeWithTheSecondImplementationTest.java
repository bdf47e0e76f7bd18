package org.mcpstrata.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpstrata.promise.LocalRun;
import org.mcpstrata.synthetic.Generator;
import org.mcpstrata.synthetic.GeneratorOptions;

/** Ten times the sample: more boundaries, and every seeded fault is seen. */
@Tag("full")
class TwentyThousandAgreeWithTheSecondImplementationTest {
    private static final List<String> MEASURES = SecondImplementation.MEASURES;
    private static final int PEOPLE = 20_000;
    private static final long SEED = 7;

    @TempDir
    static Path folder;

    private static Path out;
    private static SecondImplementation second;

    @BeforeAll
    static void runTwentyThousandPeople() throws SQLException, IOException {
        Path landing = folder.resolve("landing");
        Generator.generate(GeneratorOptions.of(PEOPLE, SEED), landing, done -> {});
        out = folder.resolve("out");
        LocalRun.run(landing, out, Path.of("measures"));
        second = SecondImplementation.of(out, 2025, Optional.empty());
    }

    @AfterAll
    static void close() throws SQLException {
        second.close();
    }

    @ParameterizedTest
    @FieldSource("MEASURES")
    void everyPopulationOfEveryPersonIsTheSame(String measure) throws SQLException, IOException {
        second.compute(measure, Optional.empty());

        assertThat(second.disagreements(measure)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.mcpstrata.second.SeededFault#all")
    void aSeededFaultIsSeen(SeededFault fault) throws SQLException, IOException {
        if (SecondImplementation.isShared(fault)) {
            try (SecondImplementation wrong = SecondImplementation.of(out, 2025, Optional.of(fault))) {
                wrong.compute(fault.measure(), Optional.of(fault));

                assertThat(wrong.disagreements(fault.measure())).isNotEmpty();
            }
        } else {
            second.compute(fault.measure(), Optional.of(fault));

            assertThat(second.disagreements(fault.measure())).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.mcpstrata.second.SeededFault#all")
    void aSeededFaultHasOnePlace(SeededFault fault) throws IOException {
        assertThat(SecondImplementation.places(fault)).isEqualTo(1);
    }
}
