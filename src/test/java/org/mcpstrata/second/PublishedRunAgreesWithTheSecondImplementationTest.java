package org.mcpstrata.second;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By hand: the newest run of 2025 below the folder named by {@code -Dmcp.compare=OUT}, of any size. */
class PublishedRunAgreesWithTheSecondImplementationTest {
    @Test
    void everyPopulationOfEveryPersonIsTheSame() throws SQLException, IOException {
        String out = System.getProperty("mcp.compare");
        assumeTrue(out != null, "no run is named: -Dmcp.compare=OUT");

        List<Disagreement> found = new ArrayList<>();
        try (ComparedRun run = ComparedRun.ofPublished(Path.of(out).toAbsolutePath())) {
            for (String measure : SecondImplementation.MEASURES) {
                found.addAll(run.disagreements(measure));
            }
            run.totals().forEach(System.out::println);
            run.waysOfDepressionScreening().forEach((way, persons) -> System.out.println(way + ": " + persons));
        }

        assertThat(found).isEmpty();
    }
}
