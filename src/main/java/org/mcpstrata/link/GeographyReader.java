package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mcpstrata.document.DefinitionFolder;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.model.Area;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.problem.Problems;

/** Reads a folder of geography files, each of which may be absent; whatever is there must be right. */
public final class GeographyReader {
    /** So many mistakes of one file a person reads; most files with more have one mistake in all lines. */
    private static final int MOST_TOLD = 20;

    private static final Map<String, Pattern> FORMS = Map.of(
            "zip", Pattern.compile("[0-9]{5}"),
            "fips", Pattern.compile("[0-9]{5}"),
            "state", Pattern.compile("[A-Z]{2}"),
            "county", Pattern.compile(".*[A-Za-z].*"),
            "vintage", Pattern.compile("[0-9]{4}"));

    private final AreaFile form;
    private final Place place;
    private final Problems problems = new Problems();
    private final Map<String, String> keys = new HashMap<>();
    private String edition;

    private GeographyReader(AreaFile form, Place place) {
        this.form = requireNonNull(form, "form");
        this.place = requireNonNull(place, "place");
    }

    /**
     * Everything the folder says.
     *
     * @throws ProblemException with the mistakes of all files at once
     */
    public static Geography read(Path folder) {
        Problems problems = new Problems();
        Map<Area, Map<String, String>> tables = new EnumMap<>(Area.class);
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            Place place = Place.of("--geography").inFile(name);
            Stream.of(AreaFile.values())
                    .filter(form -> form.area().file().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            form -> {
                                GeographyReader reader = new GeographyReader(form, place);
                                reader.read(file, problems);
                                tables.put(form.area(), reader.keys);
                            },
                            () -> problems.add(
                                    ProblemCode.GEOGRAPHY_INVALID,
                                    place,
                                    "No such file is known." + Suggestion.of(name, names())));
        }
        problems.throwIfAny();
        return new Geography(tables);
    }

    /** The tables of the folder, in order of name; other files than CSV, such as a note on their origin, are none. */
    public static List<Path> files(Path folder) {
        try {
            return DefinitionFolder.files(folder, 1).stream()
                    .filter(file -> file.getFileName().toString().endsWith(".csv"))
                    .toList();
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("--geography"), "The folder cannot be read.");
        }
    }

    private static SortedSet<String> names() {
        return Stream.of(Area.values()).map(Area::file).collect(Collectors.toCollection(TreeSet::new));
    }

    private void read(Path file, Problems all) {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String header = reader.readLine();
            if (header == null || !List.of(header.split(",", -1)).equals(form.columns())) {
                complain(place.atLine(1), "The header is " + String.join(",", form.columns()) + ".");
            } else {
                long number = 2;
                for (String line = reader.readLine();
                        line != null && problems.list().size() < MOST_TOLD;
                        line = reader.readLine()) {
                    line(place.atLine(number++), List.of(line.split(",", -1)));
                }
                if (keys.isEmpty() && problems.isEmpty()) {
                    complain(place, "The file holds no line.");
                }
            }
        } catch (IOException e) {
            complain(place, "The file cannot be read as UTF-8 text.");
        }
        all.addAll(problems.list());
    }

    private void line(Place at, List<String> fields) {
        if (fields.size() != form.columns().size()) {
            complain(at, "A line has " + form.columns().size() + " fields without commas in them.");
            return;
        }
        boolean sound = true;
        for (int i = 0; i < fields.size(); i++) {
            Pattern pattern = FORMS.get(form.columns().get(i));
            if (pattern != null && !pattern.matcher(fields.get(i)).matches()) {
                complain(at.atField(form.columns().get(i)), "The field is not written as the format says.");
                sound = false;
            }
        }
        if (sound) {
            form.key(fields)
                    .ifPresentOrElse(
                            key -> keep(at, fields, key),
                            () -> complain(at, "The value is none that the format knows."));
        }
    }

    private void keep(Place at, List<String> fields, String key) {
        if (edition != null && !edition.equals(form.edition(fields))) {
            complain(at, "All lines of a file are of one vintage.");
        }
        edition = form.edition(fields);
        for (String place : form.places(fields)) {
            if (keys.putIfAbsent(place, key) != null) {
                complain(at, "The place is there twice.");
            }
        }
    }

    private void complain(Place at, String detail) {
        problems.add(ProblemCode.GEOGRAPHY_INVALID, at, detail);
    }
}
