package org.mcpstrata.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The story files of the project. */
final class StoryFolder {
    private StoryFolder() {}

    /** By year, then in the order of the files. */
    static SortedMap<Integer, List<Story>> byYear() throws IOException {
        SortedMap<Integer, List<Story>> byYear = new TreeMap<>();
        for (Story story : stories()) {
            byYear.computeIfAbsent(story.year(), any -> new ArrayList<>()).add(story);
        }
        return byYear;
    }

    static List<Story> stories() throws IOException {
        return StoryFiles.loadAll(Path.of("sample-data", "stories"));
    }
}
