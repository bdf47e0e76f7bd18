package org.mcpstrata.valueset;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/**
 * Reads value sets from the rows of a file: label and value pairs that describe one value set, then a row of titles, then its
 * codes; or codes that name their value set in columns of their own. A description may stand on a sheet before its codes.
 */
final class CodeSheets {
    private static final Pattern ID_FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:_-]{0,127}");

    private final Place file;
    private final Predicate<String> wanted;
    private final Problems problems;
    private final List<Expansion> found = new ArrayList<>();
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private Description description = Description.NONE;
    private CodeColumns columns;
    private Place titlesAt;
    private int lines;
    private boolean anyTable;

    /** Reads the file's value sets whose id is wanted. */
    CodeSheets(Place file, Predicate<String> wanted, Problems problems) {
        this.file = requireNonNull(file, "file");
        this.wanted = requireNonNull(wanted, "wanted");
        this.problems = requireNonNull(problems, "problems");
    }

    /** What is said of a value set beside its codes. */
    private record Description(String id, String name, String definition, String expansion) {
        static final Description NONE = new Description("", "", "", "");

        Description with(SheetRow.Cell label, String value) {
            String what = label.label();
            if (CodeColumns.ID.contains(what)) {
                return new Description(value, name, definition, expansion);
            } else if (CodeColumns.NAME.contains(what)) {
                return new Description(id, value, definition, expansion);
            } else if (CodeColumns.DEFINITION.contains(what)) {
                return new Description(id, name, value, expansion);
            } else if (CodeColumns.EXPANSION.contains(what)) {
                return new Description(id, name, definition, value);
            }
            return this;
        }

        String release() {
            return String.join(" / ", List.of(definition, expansion)).replaceAll("^ / | / $", "");
        }
    }

    private record Draft(Description description, SortedSet<Coding> members) {}

    /** Begins a sheet: its codes have a row of titles of their own. */
    void beginSheet() {
        endTable();
    }

    void add(SheetRow row) {
        if (row.isEmpty()) {
            return;
        }
        Optional<CodeColumns> titles = CodeColumns.of(row);
        if (titles.isPresent()) {
            endTable();
            columns = titles.get();
            titlesAt = row.place();
            lines = 0;
            anyTable = true;
        } else if (isLabel(row)) {
            endTable();
            description = description.with(row.cell(0), row.cell(1).text());
        } else if (columns != null) {
            code(row);
        }
    }

    private static boolean isLabel(SheetRow row) {
        return Set.of(CodeColumns.ID, CodeColumns.NAME, CodeColumns.DEFINITION, CodeColumns.EXPANSION).stream()
                .anyMatch(labels -> labels.contains(row.cell(0).label()));
    }

    private void code(SheetRow row) {
        lines++;
        Description stated = described(row);
        if (!ID_FORM.matcher(stated.id()).matches()) {
            problem(row.place(), "No OID stands beside the code or above its table.");
        } else if (wanted.test(stated.id())) {
            coding(row)
                    .ifPresent(coding -> drafts.computeIfAbsent(stated.id(), id -> new Draft(stated, new TreeSet<>()))
                            .members()
                            .add(coding));
        }
    }

    private Description described(SheetRow row) {
        Description own = new Description(
                row.cell(columns.id()).text(),
                row.cell(columns.name()).text(),
                row.cell(columns.definition()).text(),
                row.cell(columns.expansion()).text());
        return columns.id() >= 0 ? own : description;
    }

    private Optional<Coding> coding(SheetRow row) {
        Optional<CodeSystem> byName =
                CodeSystem.parse(row.cell(columns.system()).text());
        Optional<CodeSystem> byId =
                CodeSystem.parse(row.cell(columns.systemId()).text());
        Optional<CodeSystem> system = byName.or(() -> byId);
        if (system.isEmpty()) {
            problem(row.place(), "The code system is not known.");
            return Optional.empty();
        }
        if (byId.isPresent() && byName.isPresent() && byId.get() != byName.get()) {
            problem(row.place(), "The name and the OID of the code system are of two systems.");
            return Optional.empty();
        }
        SheetRow.Cell code = row.cell(columns.code());
        Optional<String> damage = CodeShape.damage(system.get(), code.text(), code.number());
        damage.ifPresent(detail -> problem(row.place(), detail));
        return damage.isPresent() ? Optional.empty() : Optional.of(Coding.of(system.get(), code.text()));
    }

    private void endTable() {
        if (columns == null) {
            return;
        }
        drafts.forEach((id, draft) -> found.add(new Expansion(
                id, draft.description().name(), draft.description().release(), draft.members(), file)));
        if (lines == 0) {
            problem(titlesAt, "No code follows the row of titles.");
        }
        drafts.clear();
        description = Description.NONE;
        columns = null;
    }

    /** Every value set of the file; one for each sheet that holds it. */
    List<Expansion> end() {
        endTable();
        if (!anyTable) {
            problem(file, "It holds no row of titles with a code and its code system.");
        }
        return List.copyOf(found);
    }

    private void problem(Place place, String detail) {
        problems.add(ProblemCode.VALUE_SET_INVALID, place, detail);
    }
}
