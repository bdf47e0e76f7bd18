package org.mcpstrata.story;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of one part of a story, taken one by one: a word that nobody takes is an unknown word. */
final class Given {
    private final String place;
    private final Map<String, Object> words;

    private Given(String place, Map<String, Object> words) {
        this.place = requireNonNull(place, "place");
        this.words = new LinkedHashMap<>(words);
    }

    /** The words of a map; anything else at this place is a mistake. */
    static Given of(String place, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new StoryException(place, "words with values are expected here");
        }
        Map<String, Object> words = new LinkedHashMap<>();
        map.forEach((key, word) -> words.put((String) key, word));
        return new Given(place, words);
    }

    /** The same words over those of a default: a word given here wins. */
    Given over(Given defaults) {
        Map<String, Object> merged = new LinkedHashMap<>(defaults.words);
        merged.putAll(words);
        return new Given(place, merged);
    }

    String place() {
        return place;
    }

    Given copy() {
        return new Given(place, words);
    }

    boolean has(String word) {
        return words.containsKey(word);
    }

    Set<String> left() {
        return Set.copyOf(words.keySet());
    }

    Object takeAny(String word) {
        Object value = words.remove(word);
        if (value == null) {
            throw new StoryException(place, "the word \"" + word + "\" is missing");
        }
        return value;
    }

    /** The text of a word, which must be there. */
    String take(String word) {
        if (takeAny(word) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new StoryException(place, "\"" + word + "\" takes one text");
    }

    String take(String word, String otherwise) {
        return has(word) ? take(word) : otherwise;
    }

    /** The values of a word that takes a list; empty where it is not given. */
    List<Object> takeList(String word) {
        if (!has(word)) {
            return List.of();
        }
        if (takeAny(word) instanceof List<?> list) {
            return List.copyOf(list);
        }
        throw new StoryException(place, "\"" + word + "\" takes a list");
    }

    /** The values of a word that someone else refers to. */
    List<Object> takeList(String word, String referringPlace) {
        if (!has(word)) {
            throw new StoryException(referringPlace, "nothing is called \"" + word + "\"");
        }
        return takeList(word);
    }

    boolean takeFlag(String word) {
        String text = take(word);
        if (text.equals("yes") || text.equals("no")) {
            return text.equals("yes");
        }
        throw new StoryException(place, "\"" + word + "\" takes yes or no");
    }

    /** The same words with one called by another name, where it is given. */
    Given rename(String word, String name) {
        if (has(word)) {
            words.put(name, words.remove(word));
        }
        return this;
    }

    /** Every word must have been taken. */
    void finish() {
        if (!words.isEmpty()) {
            throw new StoryException(
                    place, "unknown word \"" + words.keySet().iterator().next() + "\"");
        }
    }

    /** Checks that a text is a calendar date, and gives it back. */
    String date(String text) {
        try {
            return LocalDate.parse(text).toString();
        } catch (DateTimeParseException e) {
            throw new StoryException(place, "\"" + text + "\" is not a date");
        }
    }

    /** System and code of {@code LOINC 4548-4}. */
    String[] coding(Object value) {
        if (value instanceof String text) {
            String[] parts = text.split(" ", -1);
            if (parts.length == 2 && !parts[0].isEmpty() && !parts[1].isEmpty()) {
                return parts;
            }
        }
        throw new StoryException(place, "a code is written as SYSTEM CODE, for example LOINC 4548-4");
    }
}
