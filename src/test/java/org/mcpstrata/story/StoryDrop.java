package org.mcpstrata.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.LineOfBusiness;

/** Writes stories as drops of canonical CSV files, one payer for each line of business, by the drop contract. */
final class StoryDrop {
    private StoryDrop() {}

    /** Writes every payer's drop below the landing folder; all stories are of one measurement year. */
    static void write(List<Story> stories, Path landing) throws IOException {
        SortedMap<LineOfBusiness, List<Story>> byPayer = new TreeMap<>();
        for (Story story : stories) {
            byPayer.computeIfAbsent(story.lineOfBusiness(), any -> new ArrayList<>())
                    .add(story);
        }
        for (Map.Entry<LineOfBusiness, List<Story>> payer : byPayer.entrySet()) {
            writeDrop(payer.getKey(), payer.getValue(), landing);
        }
    }

    static String payerOf(LineOfBusiness lineOfBusiness) {
        return "story-" + lineOfBusiness.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void writeDrop(LineOfBusiness lineOfBusiness, List<Story> stories, Path landing) throws IOException {
        int year = stories.get(0).year();
        try (CanonicalDrop drop = CanonicalDrop.open(landing, payerOf(lineOfBusiness), lineOfBusiness, year)) {
            for (Story story : stories) {
                for (StoryRow row : story.rows()) {
                    drop.add(row.table(), story.memberId(), row.values());
                }
            }
        }
    }
}
