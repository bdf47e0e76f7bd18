package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.mcpstrata.link.GeographyReader;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.quality.PayerProfileReader;
import org.mcpstrata.quality.RuleBook;

/**
 * Digests of the files that say what a run computes, as they were read: the run's id is made hours later, when other files may lie
 * there.
 *
 * @param inputs by the names that the run's id and record give them
 * @param ruleBook of the quality rules alone, which decide what intake finds
 */
record DefinitionDigests(SortedMap<String, String> inputs, String ruleBook) {
    /** What stands for profiles or geography that a run has none of. */
    static final String NONE = "none";

    private static final Map<String, String> OPTIONS = Map.of(
            "program", "--program",
            "value sets", "--value-sets",
            "payer profiles", "--payer-profiles",
            "geography", "--geography");

    DefinitionDigests {
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
        requireNonNull(ruleBook, "ruleBook");
    }

    /** Of the files as they lie there now. */
    static DefinitionDigests of(RunOptions options) {
        SortedMap<String, String> inputs =
                new TreeMap<>(options.definitions().digests(options.period().year()));
        inputs.put("payer profiles", files("--payer-profiles", options.payerProfiles(), PayerProfileReader::files));
        inputs.put("geography", files("--geography", options.geography(), GeographyReader::files));
        String ruleBook = Digests.file(
                options.measures().resolve(RuleBook.FILE),
                Place.of("--measures").inFile(RuleBook.FILE));
        return new DefinitionDigests(inputs, ruleBook);
    }

    private static String files(String option, Optional<Path> folder, Function<Path, List<Path>> listed) {
        return folder.map(listed)
                .filter(files -> !files.isEmpty())
                .map(files -> Digests.files(files, Place.of(option)))
                .orElse(NONE);
    }

    /**
     * Refuses files that changed since these digests were taken: nobody could say which of both states was read.
     *
     * @throws ProblemException naming the options that give them
     */
    void requireSame(DefinitionDigests later) {
        Problems problems = new Problems();
        inputs.forEach((kind, digest) -> {
            if (!digest.equals(later.inputs.get(kind))) {
                problems.add(new Problem(
                        ProblemCode.DEFINITIONS_CHANGED, Place.of(OPTIONS.getOrDefault(kind, "--measures")), ""));
            }
        });
        problems.throwIfAny();
    }
}
