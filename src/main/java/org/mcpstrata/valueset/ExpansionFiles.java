package org.mcpstrata.valueset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/** Reads expansions from files of any known form: workbooks, CSV and FHIR JSON. */
final class ExpansionFiles {
    private static final List<String> ENDINGS = List.of(".xlsx", ".csv", ".json");

    private final Predicate<String> wanted;
    private final Problems problems;
    private final List<Expansion> read = new ArrayList<>();
    private final List<ExpansionPage> pages = new ArrayList<>();

    private ExpansionFiles(Predicate<String> wanted, Problems problems) {
        this.wanted = wanted;
        this.problems = problems;
    }

    /**
     * The wanted expansions by id. One that stands in several places must have the same codes in each of them.
     *
     * @param sources files, and folders whose files of a known ending are taken
     */
    static SortedMap<String, Expansion> read(List<Path> sources, Predicate<String> wanted, Problems problems) {
        ExpansionFiles files = new ExpansionFiles(wanted, problems);
        sources.forEach(files::source);
        files.read.addAll(ExpansionPages.join(files.pages, problems));
        SortedMap<String, Expansion> found = new TreeMap<>();
        for (Expansion expansion : files.read) {
            Expansion other = found.putIfAbsent(expansion.id(), expansion);
            if (other != null && !other.members().equals(expansion.members())) {
                problems.add(
                        ProblemCode.VALUE_SET_INVALID,
                        expansion.place().atField(expansion.id()),
                        "The value set stands with other codes in " + other.place() + ".");
            }
        }
        return found;
    }

    private void source(Path source) {
        if (Files.isDirectory(source)) {
            folder(source);
        } else if (!Files.isRegularFile(source)) {
            problems.add(ProblemCode.BAD_OPTION, Place.of(source.toString()), "There is no such file or folder.");
        } else if (!isKnown(source)) {
            problems.add(
                    ProblemCode.VALUE_SET_INVALID,
                    Place.of(source.toString()),
                    "The file is none of " + String.join(", ", ENDINGS) + ".");
        } else {
            file(source);
        }
    }

    private void folder(Path folder) {
        try (Stream<Path> listed = Files.list(folder)) {
            List<Path> files = listed.filter(Files::isRegularFile)
                    .filter(ExpansionFiles::isKnown)
                    .filter(file -> !file.endsWith(ExpansionWriter.MANIFEST))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                problems.add(
                        ProblemCode.BAD_OPTION,
                        Place.of(folder.toString()),
                        "The folder holds no file of " + String.join(", ", ENDINGS) + ".");
            }
            files.forEach(this::file);
        } catch (IOException e) {
            problems.add(ProblemCode.BAD_OPTION, Place.of(folder.toString()), "The folder cannot be read.");
        }
    }

    private static boolean isKnown(Path file) {
        return ENDINGS.stream().anyMatch(ending -> nameOf(file).endsWith(ending));
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private void file(Path file) {
        String name = file.getFileName().toString();
        if (nameOf(file).endsWith(".json")) {
            pages.addAll(ExpansionJson.read(file, name, wanted, problems));
        } else if (nameOf(file).endsWith(".xlsx")) {
            read.addAll(ExpansionXlsx.read(file, name, wanted, problems));
        } else {
            csv(file, Place.of(name));
        }
    }

    private void csv(Path file, Place place) {
        CodeSheets sheets = new CodeSheets(place, wanted, problems);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .detectBomHeader(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(file)) {
            for (CsvRecord row : reader) {
                sheets.add(new SheetRow(
                        place.atLine(row.getStartingLineNumber()),
                        row.getFields().stream()
                                .map(field -> new SheetRow.Cell(field, false))
                                .toList()));
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            problems.add(ProblemCode.VALUE_SET_INVALID, place, "It cannot be read as CSV in UTF-8.");
            return;
        }
        read.addAll(sheets.end());
    }
}
