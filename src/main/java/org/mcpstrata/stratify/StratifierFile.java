package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mcpstrata.document.DocumentReader;
import org.mcpstrata.document.Node;
import org.mcpstrata.document.Section;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/**
 * The words of a stratifier file, before they are understood. Every scalar is text; absent fields are null, absent
 * lists empty. Each part keeps the section of the file it was read from, which knows the places of its mistakes.
 *
 * @param indirect null where the file has no groups of probabilities
 */
record StratifierFile(Section words, List<Entry> stratifiers, List<Crossing> crossings, IndirectEntry indirect) {
    private static final Set<String> KEYS = Set.of("stratifiers", "crossings", "indirect");

    StratifierFile {
        requireNonNull(words, "words");
        stratifiers = List.copyOf(stratifiers);
        crossings = List.copyOf(crossings);
    }

    record Entry(
            Section words,
            String id,
            String standard,
            String rule,
            String attribute,
            String fact,
            String question,
            String coverage,
            String wins,
            String others,
            String fewest,
            String smallJoin,
            List<String> neverSmall,
            String optional,
            List<Group> strata) {
        private static final Set<String> KEYS = Set.of(
                "id",
                "standard",
                "rule",
                "attribute",
                "fact",
                "question",
                "coverage",
                "wins",
                "others",
                "fewest",
                "small join",
                "never small",
                "optional",
                "strata");

        Entry {
            requireNonNull(words, "words");
            neverSmall = List.copyOf(neverSmall);
            strata = List.copyOf(strata);
        }

        static Entry of(Section words) {
            words.allow(KEYS);
            return new Entry(
                    words,
                    text(words, "id"),
                    text(words, "standard"),
                    text(words, "rule"),
                    text(words, "attribute"),
                    text(words, "fact"),
                    text(words, "question"),
                    text(words, "coverage"),
                    text(words, "wins"),
                    text(words, "others"),
                    text(words, "fewest"),
                    text(words, "small join"),
                    words.strings("never small"),
                    text(words, "optional"),
                    words.sections("strata").stream().map(Group::of).toList());
        }
    }

    /** One stratum of people. */
    record Group(Section words, String id, String label, List<String> from, String ages, String kind) {
        private static final Set<String> KEYS = Set.of("id", "label", "from", "ages", "kind");

        Group {
            requireNonNull(words, "words");
            from = List.copyOf(from);
        }

        static Group of(Section words) {
            words.allow(KEYS);
            return new Group(
                    words,
                    text(words, "id"),
                    text(words, "label"),
                    words.strings("from"),
                    text(words, "ages"),
                    text(words, "kind"));
        }
    }

    /** Ids of the stratifiers that are crossed, and where the file says so. */
    record Crossing(Node words, List<String> axes) {
        Crossing {
            requireNonNull(words, "words");
            axes = List.copyOf(axes);
        }
    }

    record IndirectEntry(
            Section words, String id, String standard, String attribute, String wins, List<ProbableEntry> strata) {
        private static final Set<String> KEYS = Set.of("id", "standard", "attribute", "wins", "strata");

        IndirectEntry {
            requireNonNull(words, "words");
            strata = List.copyOf(strata);
        }

        static IndirectEntry of(Section words) {
            words.allow(KEYS);
            return new IndirectEntry(
                    words,
                    text(words, "id"),
                    text(words, "standard"),
                    text(words, "attribute"),
                    text(words, "wins"),
                    words.sections("strata").stream().map(ProbableEntry::of).toList());
        }
    }

    record ProbableEntry(
            Section words, String id, String label, String column, List<String> from, String kind, String weak) {
        private static final Set<String> KEYS = Set.of("id", "label", "column", "from", "kind", "weak");

        ProbableEntry {
            requireNonNull(words, "words");
            from = List.copyOf(from);
        }

        static ProbableEntry of(Section words) {
            words.allow(KEYS);
            return new ProbableEntry(
                    words,
                    text(words, "id"),
                    text(words, "label"),
                    text(words, "column"),
                    words.strings("from"),
                    text(words, "kind"),
                    text(words, "weak"));
        }
    }

    /** The stratifiers of a file that are on; problems of the file come before those of the switches. */
    static Stratifiers read(Path file, Switches switches) {
        Problems problems = new Problems();
        String name = String.valueOf(file.getFileName());
        Optional<StratifierFile> read = DocumentReader.read(file, name, ProblemCode.DEFINITION_INVALID, problems)
                .flatMap(root -> Section.of(root, ProblemCode.DEFINITION_INVALID, problems))
                .map(StratifierFile::of);
        problems.throwIfAny();
        StratifierFile words = read.orElseThrow();
        StratifierCompiler compiler = new StratifierCompiler(problems);
        Map<String, Stratifier> all = compiler.compile(words);
        Optional<IndirectStratifier> indirect = compiler.indirect(words, switches.estimates());
        problems.throwIfAny();
        Stratifiers stratifiers = new SwitchedOn(switches, problems)
                .of(all, compiler.optional())
                .with(indirect.orElse(null), switches.entities());
        problems.throwIfAny();
        return stratifiers;
    }

    private static StratifierFile of(Section words) {
        words.allow(KEYS);
        return new StratifierFile(
                words,
                words.sections("stratifiers").stream().map(Entry::of).toList(),
                words.items("crossings").stream()
                        .map(crossing -> new Crossing(
                                crossing,
                                words.texts(crossing).stream()
                                        .map(Node.Text::value)
                                        .toList()))
                        .toList(),
                words.section("indirect").map(IndirectEntry::of).orElse(null));
    }

    private static String text(Section words, String key) {
        return words.text(key).orElse(null);
    }
}
