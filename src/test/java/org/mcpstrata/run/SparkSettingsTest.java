package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/** A context that somebody else started may show what a run must not. */
final class SparkSettingsTest {
    @Test
    void aContextWithAPageForEverybodyIsRefused() {
        SparkConf foreign = new SparkConf(false).set("spark.ui.enabled", "true");
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> SparkSettings.check(foreign));
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.UNSAFE_SETTING);
            assertThat(problem.toString()).contains("spark.ui.enabled");
        });
    }

    @Test
    void aContextThatDoesNotSayIsRefused() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> SparkSettings.check(new SparkConf(false))))
                .isNotNull();
    }

    @Test
    void theContextOfARunIsAccepted() {
        assertThatCode(() -> SparkSettings.check(new SparkConf(false).set("spark.ui.enabled", "false")))
                .doesNotThrowAnyException();
    }
}
