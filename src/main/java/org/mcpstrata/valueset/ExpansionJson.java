package org.mcpstrata.valueset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mcpstrata.document.DocumentReader;
import org.mcpstrata.document.Section;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/** Reads FHIR value sets with their expansions: one ValueSet, or a Bundle of them beside other resources. */
final class ExpansionJson {
    private static final String OID = "urn:oid:";

    private final Predicate<String> wanted;

    private ExpansionJson(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    /** The expansions, or pages of them, whose id is wanted; none where the file has problems. */
    static List<ExpansionPage> read(Path file, String name, Predicate<String> wanted, Problems problems) {
        int before = problems.list().size();
        ExpansionJson reader = new ExpansionJson(wanted);
        List<ExpansionPage> found = DocumentReader.read(file, name, ProblemCode.VALUE_SET_INVALID, problems)
                .flatMap(node -> Section.of(node, ProblemCode.VALUE_SET_INVALID, problems))
                .map(reader::resource)
                .orElse(List.of());
        return problems.list().size() == before ? found : List.of();
    }

    private List<ExpansionPage> resource(Section root) {
        String type = root.text("resourceType").orElse("");
        List<Section> valueSets =
                switch (type) {
                    case "ValueSet" -> List.of(root);
                    case "Bundle" -> ofBundle(root);
                    default -> List.of();
                };
        if (valueSets.isEmpty()) {
            root.problem(root.place(), "It is neither a FHIR ValueSet nor a Bundle with one.");
        }
        List<ExpansionPage> pages = new ArrayList<>();
        for (Section valueSet : valueSets) {
            String id = id(valueSet);
            if (wanted.test(id) && valueSet.require("expansion")) {
                valueSet.section("expansion")
                        .flatMap(expansion -> page(valueSet, id, expansion))
                        .ifPresent(pages::add);
            }
        }
        return pages;
    }

    private static List<Section> ofBundle(Section bundle) {
        return bundle.sections("entry").stream()
                .map(entry -> entry.section("resource"))
                .flatMap(Optional::stream)
                .filter(resource -> resource.text("resourceType").equals(Optional.of("ValueSet")))
                .toList();
    }

    /** The last part of the canonical address, or the OID among the identifiers where the address has none. */
    private static String id(Section valueSet) {
        String address = valueSet.requiredText("url");
        int version = address.indexOf('|');
        String bare = version < 0 ? address : address.substring(0, version);
        String last = bare.startsWith(OID) ? bare.substring(OID.length()) : bare.substring(bare.lastIndexOf('/') + 1);
        Stream<String> oids = valueSet.sections("identifier").stream()
                .map(identifier -> identifier.text("value").orElse(""))
                .filter(value -> value.startsWith(OID))
                .map(value -> value.substring(OID.length()));
        return last.matches("[0-9.]+") ? last : oids.findFirst().orElse(last);
    }

    private static Optional<ExpansionPage> page(Section valueSet, String id, Section expansion) {
        SortedSet<Coding> members = new TreeSet<>();
        int concepts = expansion.sections("contains").stream()
                .mapToInt(entry -> concepts(members, entry))
                .sum();
        Optional<Integer> total = expansion.number("total");
        if (total.isEmpty()) {
            valueSet.problem(expansion.place(), "The expansion states no total.");
        }
        String name = valueSet.text("title").or(() -> valueSet.text("name")).orElse("");
        return total.map(all -> new ExpansionPage(
                id,
                name,
                valueSet.text("version").orElse(""),
                offset(expansion),
                concepts,
                all,
                members,
                expansion.place()));
    }

    /** How many concepts stand before this page: {@code expansion.offset}, or the parameter the server echoes. */
    private static int offset(Section expansion) {
        return expansion
                .number("offset")
                .or(() -> expansion.sections("parameter").stream()
                        .filter(parameter -> parameter.text("name").equals(Optional.of("offset")))
                        .map(parameter -> parameter.number("valueInteger"))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(0);
    }

    /**
     * Adds an entry and those below it. An entry without a code is a heading and no concept; an abstract one is a concept that
     * no record can hold.
     */
    private static int concepts(SortedSet<Coding> members, Section entry) {
        Optional<String> code = entry.text("code");
        if (code.isPresent() && !entry.text("abstract").equals(Optional.of("true"))) {
            CodeSystem.parse(entry.requiredText("system"))
                    .ifPresentOrElse(
                            system -> members.add(Coding.of(system, code.get())),
                            () -> entry.problem(entry.place(), "The code system is not known."));
        }
        return (code.isPresent() ? 1 : 0)
                + entry.sections("contains").stream()
                        .mapToInt(below -> concepts(members, below))
                        .sum();
    }
}
