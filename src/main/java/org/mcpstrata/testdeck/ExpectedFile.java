package org.mcpstrata.testdeck;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/** Reads {@code expected.csv}: one row for each patient and population. */
final class ExpectedFile {
    private static final List<String> NEEDED = List.of("patient_id", "population", "expected_count", "period_start");

    private final Path file;
    private final Place place;
    private final Problems problems;
    private final SortedMap<String, SortedMap<DeckPopulation, Boolean>> expected = new TreeMap<>();
    private final SortedMap<String, String> names = new TreeMap<>();
    private final Set<String> years = new TreeSet<>();
    private final Set<String> groups = new TreeSet<>();

    private ExpectedFile(Path file, Problems problems) {
        this.file = file;
        Path edition = file.getParent();
        this.place = Place.of(edition.getParent().getFileName() + "/" + edition.getFileName())
                .inFile(Deck.EXPECTED);
        this.problems = problems;
    }

    /** The deck of a file; empty where it has problems. */
    static Optional<Deck> read(Path file, Problems problems) {
        int before = problems.list().size();
        Deck deck = new ExpectedFile(file, problems).deck();
        return problems.list().size() == before ? Optional.of(deck) : Optional.empty();
    }

    private Deck deck() {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                if (!row.getHeader().containsAll(NEEDED)) {
                    problem(1, "It needs the columns " + String.join(", ", NEEDED) + ".");
                    break;
                }
                add(row);
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            problem(0, "The file cannot be read as CSV.");
        }
        if (years.size() != 1 || groups.size() > 1) {
            problem(0, "All rows are of one measurement period and one group.");
        }
        List<DeckCase> cases = new ArrayList<>();
        expected.forEach((id, populations) -> cases.add(new DeckCase(id, names.get(id), populations)));
        String year = years.isEmpty() ? "0" : years.iterator().next();
        Path edition = file.getParent();
        return new Deck(edition, edition.getParent().getFileName().toString(), Integer.parseInt(year), cases);
    }

    private void add(NamedCsvRecord row) {
        long line = row.getStartingLineNumber();
        String id = row.getField("patient_id");
        Optional<DeckPopulation> population = DeckPopulation.of(row.getField("population"));
        String count = row.getField("expected_count");
        String start = row.getField("period_start");
        if (!id.matches("[A-Za-z0-9.-]{1,64}") || !Files.isRegularFile(bundle(id))) {
            problem(line, "There is no bundle of this patient in 'cases'.");
        } else if (population.isEmpty() || !count.matches("[01]")) {
            problem(line, "The population is not known, or its count is not 0 or 1.");
        } else if (!start.matches("\\d{4}-01-01")) {
            problem(line, "A measurement period starts on 1 January.");
        } else {
            years.add(start.substring(0, 4));
            row.findField("group").ifPresent(groups::add);
            names.putIfAbsent(id, row.findField("case_name").orElse(""));
            if (expected.computeIfAbsent(id, any -> new TreeMap<>()).put(population.get(), count.equals("1")) != null) {
                problem(line, "The patient has two rows for this population.");
            }
        }
    }

    private Path bundle(String id) {
        return file.resolveSibling(Deck.CASES).resolve(id + ".json");
    }

    private void problem(long line, String detail) {
        problems.add(ProblemCode.CONFIGURATION_INVALID, place.atLine(line), detail);
    }
}
