package org.mcpstrata.testdeck;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.problem.Problems;

/**
 * One deck: {@code <measure>/<edition>/expected.csv} and {@code cases/<patient>.json} beside it.
 *
 * @param folder the edition's folder
 * @param measureId name of the folder above
 * @param year measurement year of every case
 * @param cases by patient id, each with a bundle
 */
public record Deck(Path folder, String measureId, int year, List<DeckCase> cases) {
    static final String CASES = "cases";
    static final String EXPECTED = "expected.csv";

    private static final int DEEPEST = 3;

    public Deck {
        requireNonNull(folder, "folder");
        requireNonNull(measureId, "measureId");
        cases = List.copyOf(cases);
    }

    /** The author's name of this version of the deck. */
    public String edition() {
        return folder.getFileName().toString();
    }

    /**
     * Every deck in or below a folder, in order of path: one edition, the editions of a measure, or several measures.
     *
     * @throws ProblemException with every problem of every deck
     */
    public static List<Deck> below(Path folder) {
        Problems problems = new Problems();
        List<Deck> decks = new ArrayList<>();
        try (Stream<Path> walked = Files.walk(folder.toAbsolutePath().normalize(), DEEPEST)) {
            for (Path file :
                    walked.filter(path -> path.endsWith(EXPECTED)).sorted().toList()) {
                ExpectedFile.read(file, problems).ifPresent(decks::add);
            }
        } catch (IOException e) {
            problems.add(ProblemCode.BAD_OPTION, Place.of("DIR"), "The folder cannot be read.");
        }
        if (decks.isEmpty() && problems.isEmpty()) {
            problems.add(
                    ProblemCode.BAD_OPTION, Place.of("DIR"), "There is no <measure>/<edition>/expected.csv in it.");
        }
        problems.throwIfAny();
        return decks;
    }
}
