package org.mcpstrata.valueset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mcpstrata.document.DocumentReader;
import org.mcpstrata.document.Node;
import org.mcpstrata.document.Section;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/** Reads one file of {@code measures/value-sets}. */
final class StarterSetReader {
    private static final Set<String> KEYS =
            Set.of("value set", "oid", "source", "remark", "unverified", "members", "not members");
    private static final Set<String> WRITTEN_KEYS = Set.of("oid", "source", "unverified", "members", "not members");
    private static final String HEADINGS = " with descendants";
    private static final Pattern RANGE = Pattern.compile("([A-Z]?)(\\d{2,5})([A-Z]?)-\\1(\\d{2,5})\\3");
    private static final Set<CodeSystem> RANGED =
            Set.of(CodeSystem.CPT, CodeSystem.HCPCS, CodeSystem.UBREV, CodeSystem.POS);
    private static final int LONGEST_RANGE = 500;

    private StarterSetReader() {}

    /** The set of a file; empty where it has problems. */
    static Optional<StarterSet> read(Path file, String name, Problems problems) {
        int before = problems.list().size();
        Optional<StarterSet> set = DocumentReader.read(file, name, ProblemCode.VALUE_SET_INVALID, problems)
                .flatMap(node -> Section.of(node, ProblemCode.VALUE_SET_INVALID, problems))
                .map(StarterSetReader::set);
        return problems.list().size() == before ? set : Optional.empty();
    }

    private static StarterSet set(Section root) {
        root.allow(KEYS);
        root.requiredText("source");
        root.text("remark");
        root.require("members");
        return new StarterSet(
                root.requiredText("oid"),
                root.requiredText("value set"),
                root.text("unverified").orElse(""),
                entries(root, "members"),
                entries(root, "not members"));
    }

    /** A set written out inside another file, whose problems are that file's. */
    static StarterSet written(WrittenSet set) {
        Section body = set.body().allow(WRITTEN_KEYS);
        body.text("source");
        body.require("members");
        return new StarterSet(
                set.id(),
                set.name(),
                body.text("unverified").orElse(""),
                entries(body, "members"),
                entries(body, "not members"));
    }

    private static List<StarterSet.Entry> entries(Section root, String key) {
        List<StarterSet.Entry> entries = new ArrayList<>();
        for (Section group : root.sections(key)) {
            int from = group.number("from").orElse(Integer.MIN_VALUE);
            int to = group.number("to").orElse(Integer.MAX_VALUE);
            if (to < from) {
                group.problem(group.place(), "The years end before they start.");
            }
            group.fields().forEach((word, value) -> {
                if (!word.equals("from") && !word.equals("to")) {
                    boolean heading = word.endsWith(HEADINGS);
                    String system = heading ? word.substring(0, word.length() - HEADINGS.length()) : word;
                    CodeSystem.parse(system)
                            .ifPresentOrElse(
                                    known -> add(entries, group, known, heading, value, from, to),
                                    () -> group.problem(value.place(), "'" + system + "' is not a code system."));
                }
            });
        }
        return entries;
    }

    private static void add(
            List<StarterSet.Entry> entries,
            Section group,
            CodeSystem system,
            boolean heading,
            Node value,
            int from,
            int to) {
        for (Node.Text item : group.texts(value)) {
            group.parsed(item, written -> codes(system, heading, written))
                    .ifPresent(codes -> codes.forEach(
                            code -> entries.add(new StarterSet.Entry(Coding.of(system, code), heading, from, to))));
        }
    }

    private static List<String> codes(CodeSystem system, boolean heading, String written) {
        if (!written.matches("[A-Za-z0-9.-]{1,18}")) {
            throw new IllegalArgumentException("is not a code");
        }
        Matcher range = RANGE.matcher(written);
        if (!heading && RANGED.contains(system) && range.matches()) {
            return expand(range);
        }
        if (!isWellFormed(system, heading, written)) {
            throw new IllegalArgumentException("is neither a code of its code system nor a range of codes");
        }
        return List.of(written);
    }

    /** A slip in a range must not become a code that nobody ever sends. */
    private static boolean isWellFormed(CodeSystem system, boolean heading, String written) {
        if (!heading && (system == CodeSystem.CPT || system == CodeSystem.HCPCS)) {
            return written.matches("\\d{4}[0-9A-Z]|[A-Z]\\d{4}");
        }
        return system == CodeSystem.LOINC || system == CodeSystem.CDCREC || written.indexOf('-') < 0;
    }

    private static List<String> expand(Matcher range) {
        int first = Integer.parseInt(range.group(2));
        int last = Integer.parseInt(range.group(4));
        if (range.group(2).length() != range.group(4).length() || last <= first || last - first > LONGEST_RANGE) {
            throw new IllegalArgumentException("is not a range of codes");
        }
        List<String> codes = new ArrayList<>();
        for (int number = first; number <= last; number++) {
            String digits = "0"
                            .repeat(range.group(2).length()
                                    - Integer.toString(number).length())
                    + number;
            codes.add(range.group(1) + digits + range.group(3));
        }
        return codes;
    }
}
