package org.mcpstrata.measure.prose;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.measure.ItemMeans;
import org.mcpstrata.model.ItemScore;

/** Sentences on what a survey measure observes. */
final class ItemMeansProse {
    private ItemMeansProse() {}

    static List<String> sentences(ItemMeans means) {
        ItemScore score = means.score();
        List<String> sentences = new ArrayList<>();
        sentences.add("In every group of people the responses called '" + means.scored() + "' count. Of each of the "
                + score.items() + " items the mean is taken over those who answered it, " + score.lowest() + " to "
                + score.highest() + "; the score is the mean of the " + score.items()
                + " means, worked out for each group anew. A response counts for the practice it is about.");
        score.scales()
                .forEach((rate, scale) -> sentences.add("Rate '" + rate + "' shows it from " + scale.from()
                        + " (worst) to " + scale.to() + " (best)."));
        sentences.add("A group of fewer than " + score.fewest() + " responses has no score"
                + (score.fewestOfLarge() > score.fewest()
                        ? ", nor has any group of a large practice of fewer than " + score.fewestOfLarge()
                        : "")
                + ", and none that left an item wholly unanswered. Their counts are shown.");
        return sentences;
    }
}
