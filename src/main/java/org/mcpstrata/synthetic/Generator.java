package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/**
 * Writes a landing folder of an invented population: five drops with manifests, as the drop contract describes them.
 *
 * <p>The bytes depend on the options alone. People are written one after another and forgotten, so memory does not grow with
 * the population.
 */
public final class Generator {
    private Generator() {}

    /**
     * Generates the population into {@code landing}, which must not hold anything yet.
     *
     * @param progress told the number of people written so far, after every person
     */
    public static void generate(GeneratorOptions options, Path landing, IntConsumer progress) {
        requireNonNull(options, "options");
        requireNonNull(landing, "landing");
        requireNonNull(progress, "progress");
        options.truthFile().ifPresent(truth -> requireOutside(truth, landing));
        try {
            requireEmpty(landing);
            write(options, landing, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file in the landing folder that no manifest lists would spoil the delivery, and tell the answers. */
    private static void requireOutside(Path truth, Path landing) {
        if (truth.toAbsolutePath()
                .normalize()
                .startsWith(landing.toAbsolutePath().normalize())) {
            throw new ProblemException(
                    ProblemCode.BAD_OPTION, Place.of("--truth"), "the truth must lie outside the landing folder");
        }
    }

    private static void requireEmpty(Path landing) throws IOException {
        Files.createDirectories(landing);
        try (var entries = Files.list(landing)) {
            if (entries.findAny().isPresent()) {
                throw new ProblemException(
                        ProblemCode.BAD_OPTION, Place.of("--out"), "The folder is not empty; name a new one.");
            }
        }
    }

    private static void write(GeneratorOptions options, Path landing, IntConsumer progress) throws IOException {
        Timeline timeline = new Timeline(options.periodYear(), options.asOf());
        PersonFactory people = new PersonFactory(options.seed(), timeline, PlantedDisparities.standard());
        List<PayerDrop> drops = new ArrayList<>();
        drops.add(new MedicareDrop(landing, timeline));
        drops.add(new ApcdDrop(landing, Payer.SUMMIT, timeline));
        drops.add(new ApcdDrop(landing, Payer.MEDICAID, timeline));
        drops.add(new ApcdDrop(landing, Payer.BLUESTONE, timeline));
        drops.add(new RegistryDrop(landing, timeline));
        Optional<TruthFile> truth = truthFile(options, timeline);
        for (int number = 0; number < options.people(); number++) {
            SyntheticPerson person = people.person(number);
            for (PayerDrop drop : drops) {
                drop.write(person);
            }
            if (truth.isPresent()) {
                truth.get().write(person);
            }
            progress.accept(number + 1);
        }
        for (PayerDrop drop : drops) {
            drop.close();
        }
        if (truth.isPresent()) {
            truth.get().close();
        }
    }

    private static Optional<TruthFile> truthFile(GeneratorOptions options, Timeline timeline) throws IOException {
        if (options.truthFile().isEmpty()) {
            return Optional.empty();
        }
        Path path = options.truthFile().get().toAbsolutePath();
        FileForm form = FileForm.plain(path.getFileName().toString(), "truth", "csv", "1");
        return Optional.of(new TruthFile(DeliveredFile.create(path.getParent(), form), timeline));
    }
}
