package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What to generate.
 *
 * @param people size of the population, 1 to 9,999,999
 * @param seed the population's seed; the same seed gives the same people
 * @param periodYear the measurement period, a calendar year
 * @param asOf day of the delivery, in a later year
 * @param truthFile where to write the true answers; outside the landing folder, empty for nowhere
 */
public record GeneratorOptions(int people, long seed, int periodYear, LocalDate asOf, Optional<Path> truthFile) {
    private static final int MOST_PEOPLE = 9_999_999;

    public GeneratorOptions {
        requireNonNull(asOf, "asOf");
        requireNonNull(truthFile, "truthFile");
        if (people < 1 || people > MOST_PEOPLE) {
            throw new IllegalArgumentException("people must be 1 to " + MOST_PEOPLE);
        }
        if (asOf.getYear() <= periodYear) {
            throw new IllegalArgumentException("the delivery must come after the measurement period");
        }
    }

    /** The period 2025, delivered on 15 January 2026, without the true answers. */
    public static GeneratorOptions of(int people, long seed) {
        return new GeneratorOptions(people, seed, 2025, LocalDate.of(2026, 1, 15), Optional.empty());
    }

    public GeneratorOptions withTruthFile(Path file) {
        return new GeneratorOptions(people, seed, periodYear, asOf, Optional.of(file));
    }
}
