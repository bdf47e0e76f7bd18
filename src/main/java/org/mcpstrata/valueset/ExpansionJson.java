package org.mcpstrata.valueset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.document.DocumentReader;
import org.mcpstrata.document.Section;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/**
 * Reads a FHIR ValueSet with an expansion. An expansion that holds fewer codes than its own total was cut off while it was
 * fetched, and would make an exclusion that never fires (measures.md 14.3): it is refused.
 */
final class ExpansionJson {
    private ExpansionJson() {}

    static Optional<Expansion> read(Path file, String name, Problems problems) {
        int before = problems.list().size();
        Optional<Expansion> found = DocumentReader.read(file, name, ProblemCode.VALUE_SET_INVALID, problems)
                .flatMap(node -> Section.of(node, ProblemCode.VALUE_SET_INVALID, problems))
                .flatMap(ExpansionJson::expansion);
        return problems.list().size() == before ? found : Optional.empty();
    }

    private static Optional<Expansion> expansion(Section root) {
        if (!root.text("resourceType").equals(Optional.of("ValueSet"))) {
            root.problem(root.place(), "It is not a FHIR ValueSet.");
            return Optional.empty();
        }
        String url = root.requiredText("url");
        root.require("expansion");
        return root.section("expansion").map(expansion -> {
            SortedSet<Coding> members = new TreeSet<>();
            List<Section> contains = expansion.sections("contains");
            int rows = contains.stream().mapToInt(row -> add(members, row)).sum();
            Optional<Integer> total = expansion.number("total");
            if (total.isEmpty() || total.get() != rows) {
                root.problem(expansion.place(), "The expansion does not hold as many codes as its total says.");
            }
            return new Expansion(
                    url.substring(url.lastIndexOf('/') + 1), root.text("name").orElse(""), members);
        });
    }

    private static int add(SortedSet<Coding> members, Section row) {
        int rows = 1;
        Optional<String> code = row.text("code");
        if (code.isPresent()) {
            CodeSystem.parse(row.requiredText("system"))
                    .ifPresentOrElse(
                            system -> members.add(Coding.of(system, code.get())),
                            () -> row.problem(row.place(), "The code system is not known."));
        }
        for (Section below : row.sections("contains")) {
            rows += add(members, below);
        }
        return rows;
    }
}
