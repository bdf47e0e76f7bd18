package org.mcpstrata.valueset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/** Reads expansions from CSV: {@code value_set_oid,value_set_name,code_system,code,display}. */
final class ExpansionCsv {
    static final List<String> HEADER = List.of("value_set_oid", "value_set_name", "code_system", "code", "display");

    private ExpansionCsv() {}

    /** The expansions of a file, by id; what could not be read is a problem. */
    static List<Expansion> read(Path file, String name, Problems problems) {
        Map<String, String> names = new TreeMap<>();
        Map<String, SortedSet<Coding>> members = new TreeMap<>();
        Place place = Place.of(name);
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : reader) {
                if (!row.getHeader().equals(HEADER)) {
                    problems.add(ProblemCode.VALUE_SET_INVALID, place, "The header is not " + HEADER + ".");
                    return List.of();
                }
                coding(row, place.atLine(row.getStartingLineNumber()), problems).ifPresent(coding -> {
                    String id = row.getField(0).trim();
                    names.putIfAbsent(id, row.getField(1).trim());
                    members.computeIfAbsent(id, key -> new TreeSet<>()).add(coding);
                });
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            problems.add(ProblemCode.VALUE_SET_INVALID, place, "It cannot be read as CSV.");
        }
        return members.entrySet().stream()
                .map(set -> new Expansion(set.getKey(), names.get(set.getKey()), "", set.getValue(), place))
                .toList();
    }

    private static Optional<Coding> coding(NamedCsvRecord row, Place place, Problems problems) {
        String code = row.getField(3).trim();
        Optional<CodeSystem> system = CodeSystem.parse(row.getField(2));
        if (row.getField(0).isBlank() || code.isEmpty() || system.isEmpty()) {
            problems.add(
                    ProblemCode.VALUE_SET_INVALID, place, "The id or code is empty, or the code system is not known.");
            return Optional.empty();
        }
        return Optional.of(Coding.of(system.get(), code));
    }
}
