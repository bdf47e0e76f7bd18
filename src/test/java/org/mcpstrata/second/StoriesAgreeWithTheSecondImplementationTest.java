package org.mcpstrata.second;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mcpstrata.story.StoryLanding;

/**
 * On the people of the boundary stories, who stand where generated people seldom do, pipeline and second implementation
 * say the same: about every measure, not only the one the story is about.
 */
class StoriesAgreeWithTheSecondImplementationTest {
    @TempDir
    static Path folder;

    private static ComparedRun run;

    @BeforeAll
    static void runTheStories() throws SQLException, IOException {
        run = ComparedRun.of(StoryLanding.write(ComparedRun.YEAR, folder.resolve("landing")), folder.resolve("out"));
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
    @MethodSource("org.mcpstrata.second.SeededFaults#seenInTheStories")
    void aSeededFaultIsSeen(SeededFault fault) throws SQLException, IOException {
        assertThat(run.disagreements(fault)).isNotEmpty();
    }
}
