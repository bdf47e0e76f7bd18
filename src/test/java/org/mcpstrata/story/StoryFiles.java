package org.mcpstrata.story;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mcpstrata.model.LineOfBusiness;

/** Loads the story files of a folder: each about one measure, strictly. The vocabulary is in the folder's README. */
final class StoryFiles {
    private static final Map<String, String> POPULATIONS = Map.of(
            "initial population", "initial_population",
            "denominator exclusion", "denominator_exclusion",
            "denominator exception", "denominator_exception",
            "numerator", "numerator");
    private static final Map<String, String> AMOUNTS = Map.of("visits", "observation", "member months", "exposure");

    private StoryFiles() {}

    /** All stories below a folder, by file name and place in the file. */
    static List<Story> loadAll(Path folder) throws IOException {
        List<Story> stories = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                stories.addAll(load(file));
            }
        }
        return stories;
    }

    static List<Story> load(Path file) throws IOException {
        String place = file.getFileName().toString();
        Given words = Given.of(place, StoryYaml.read(file));
        String measure = words.take("measure");
        int year = Integer.parseInt(words.take("measurement year", "2025"));
        String rate = words.take("rate", "overall");
        Given person = Given.of(place + " person", words.takeAny("person"));
        Given situations = words.has("situations")
                ? Given.of(place + " situations", words.takeAny("situations"))
                : Given.of(place, Map.of());
        List<Story> stories = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Object value : words.takeList("stories")) {
            Story story = story(place, new Head(measure, year, rate, person, situations), stories.size() + 1, value);
            if (!names.add(story.name())) {
                throw new StoryException(place, "two stories are called \"" + story.name() + "\"");
            }
            stories.add(story);
        }
        words.finish();
        return stories;
    }

    /** What the stories of a file share. */
    private record Head(String measure, int year, String rate, Given person, Given situations) {}

    private static Story story(String file, Head head, int number, Object value) {
        Given story = Given.of(file, value);
        String name = story.take("story");
        String place = file + " story \"" + name + "\"";
        String memberId = String.format(Locale.ROOT, "%s-%02d", file.replace(".yaml", ""), number);
        Given words = Given.of(place, Map.of()).over(story);
        String why = words.take("why");
        Story.About about = about(words);
        Given who = words.has("person")
                ? Given.of(place + " person", words.takeAny("person")).over(head.person())
                : Given.of(place + " person", Map.of()).over(head.person());
        LineOfBusiness lineOfBusiness = lineOfBusiness(who);
        List<StoryRow> rows = new ArrayList<>(PersonWords.coverage(who, lineOfBusiness));
        RowIds ids = new RowIds(memberId);
        for (Object situation : words.takeList("given")) {
            rows.addAll(rows(place, head.situations().copy().takeList(String.valueOf(situation), place), ids));
        }
        rows.addAll(rows(place, words.takeList("rows"), ids));
        List<Expectation> expectations = expectations(place, words, head.rate());
        words.finish();
        return new Story(
                head.measure(), head.year(), number, name, why, about, lineOfBusiness, memberId, rows, expectations);
    }

    private static Story.About about(Given words) {
        String text = words.take("about");
        return switch (text) {
            case "initial population" -> Story.About.INITIAL_POPULATION;
            case "denominator exclusion" -> Story.About.DENOMINATOR_EXCLUSION;
            case "denominator exception" -> Story.About.DENOMINATOR_EXCEPTION;
            case "numerator" -> Story.About.NUMERATOR;
            default -> throw new StoryException(words.place(), "a story is not about \"" + text + "\"");
        };
    }

    private static LineOfBusiness lineOfBusiness(Given who) {
        String text = who.take("line of business");
        Optional<LineOfBusiness> line = LineOfBusiness.parse(text);
        return line.orElseThrow(() -> new StoryException(who.place(), "unknown line of business \"" + text + "\""));
    }

    private static List<StoryRow> rows(String place, List<Object> values, RowIds ids) {
        List<StoryRow> rows = new ArrayList<>();
        for (Object value : values) {
            Given row = Given.of(place, value);
            if (row.left().size() != 1) {
                throw new StoryException(place, "a row is one kind with its words");
            }
            String kind = row.left().iterator().next();
            Given words = Given.of(place + " " + kind, row.takeAny(kind));
            rows.addAll(
                    switch (kind) {
                        case "claim" -> ClaimWords.claim(words, ids);
                        case "fill" -> ClaimWords.fill(words, ids);
                        default -> ClinicalWords.rows(kind, words, ids);
                    });
        }
        return rows;
    }

    private static List<Expectation> expectations(String place, Given words, String rate) {
        Object value = words.takeAny("expect");
        List<?> all = value instanceof List<?> list ? list : List.of(value);
        List<Expectation> expectations = new ArrayList<>();
        for (Object one : all) {
            expectations.add(expectation(Given.of(place + " expect", one), rate));
        }
        return expectations;
    }

    private static Expectation expectation(Given words, String usualRate) {
        String rate = words.take("rate", usualRate);
        Map<String, Boolean> populations = new TreeMap<>();
        Map<String, BigDecimal> amounts = new TreeMap<>();
        POPULATIONS.forEach((word, column) -> {
            if (words.has(word)) {
                populations.put(column, words.takeFlag(word));
            }
        });
        AMOUNTS.forEach((word, column) -> {
            if (words.has(word)) {
                amounts.put(column, new BigDecimal(words.take(word)));
            }
        });
        words.finish();
        return new Expectation(rate, populations, amounts);
    }
}
