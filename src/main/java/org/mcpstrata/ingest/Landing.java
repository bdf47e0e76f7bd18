package org.mcpstrata.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/** Finds the drops of a landing folder, in byte order of payer and drop names. */
final class Landing {
    private static final String PAYER_NAME = "[a-z0-9-]{1,64}";
    static final String DROP_NAME = "[A-Za-z0-9._-]{1,128}";

    private Landing() {}

    /** What is wrong with the names of a drop's folder and of its payer's; with such names a run does not read it. */
    static List<Problem> nameProblems(DropFolder folder) {
        List<Problem> problems = new ArrayList<>();
        if (!folder.payer().matches(PAYER_NAME)) {
            problems.add(new Problem(
                    ProblemCode.FILE_NAME,
                    Place.of("DROP"),
                    "The payer's folder is named by a payer id: small letters, digits and '-', 64 at most."));
        }
        if (!isDropName(folder.drop())) {
            problems.add(new Problem(
                    ProblemCode.FILE_NAME,
                    Place.of("DROP"),
                    "The name of a drop's folder has 128 characters at most."));
        }
        return problems;
    }

    private static boolean isDropName(String name) {
        return name.matches(DROP_NAME) && !name.matches("\\.{1,2}");
    }

    /**
     * Refuses to read only some of the payers that were asked for: a misspelt payer would be missing from every number
     * without a word. Folder names are configuration, not data.
     */
    static void requirePayers(FileStore store, Path landing, Set<String> payers) throws IOException {
        if (payers.isEmpty()) {
            return;
        }
        List<String> known = store.list(landing).stream()
                .filter(entry -> entry.kind() == FileStore.Kind.FOLDER)
                .map(FileStore.Entry::name)
                .filter(name -> name.matches(PAYER_NAME))
                .toList();
        Problems problems = new Problems();
        for (String payer : payers) {
            if (!known.contains(payer)) {
                problems.add(
                        ProblemCode.BAD_OPTION,
                        Place.of("--payer"),
                        "No payer of the landing folder is called '" + payer + "'." + Suggestion.of(payer, known));
            }
        }
        problems.throwIfAny();
    }

    /**
     * All drop folders whose names are allowed; the others become problems, named by their number only, for a name may
     * hold anything.
     *
     * @param payers the payers to look at; empty means all
     */
    static List<DropFolder> discover(FileStore store, Path landing, Set<String> payers, Problems problems)
            throws IOException {
        List<DropFolder> found = new ArrayList<>();
        int refused = 0;
        for (FileStore.Entry payer : store.list(landing)) {
            boolean named = payer.name().matches(PAYER_NAME);
            if (payer.kind() == FileStore.Kind.REGULAR
                    || named && !payers.isEmpty() && !payers.contains(payer.name())) {
                continue;
            }
            if (!named || payer.kind() != FileStore.Kind.FOLDER) {
                refused++;
                continue;
            }
            Path payerFolder = new Path(landing, payer.name());
            for (FileStore.Entry drop : drops(store, payerFolder, problems)) {
                if (drop.kind() == FileStore.Kind.REGULAR) {
                    continue;
                }
                if (drop.kind() == FileStore.Kind.FOLDER && isDropName(drop.name())) {
                    found.add(new DropFolder(payer.name(), drop.name(), new Path(payerFolder, drop.name()).toString()));
                } else {
                    refused++;
                }
            }
        }
        if (refused > 0) {
            problems.add(
                    ProblemCode.FILE_NAME,
                    Place.of("landing"),
                    refused + " folder(s) or link(s) have names that are not allowed and were not read.");
        }
        return List.copyOf(found);
    }

    /** A payer whose folder cannot be read is told; the other payers are read all the same. */
    private static List<FileStore.Entry> drops(FileStore store, Path payer, Problems problems) {
        try {
            return store.list(payer);
        } catch (IOException e) {
            UnreadableDelivery unreadable = UnreadableDelivery.of(e, Place.of(payer.getName()));
            if (!unreadable.isGone()) {
                problems.add(unreadable.problem());
            }
            return List.of();
        }
    }
}
