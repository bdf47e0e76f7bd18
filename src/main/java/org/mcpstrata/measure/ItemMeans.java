package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.mcpstrata.model.ItemScore;

/**
 * What a survey measure observes: the mean of the items' means over the responses of a group, worked out for each group
 * anew (measures.md 9); neither people's means nor groups' scores are averaged.
 *
 * @param responses the definition that finds a person's response, complete or not
 * @param scored the definition that finds the response that is scored
 */
public record ItemMeans(String responses, String scored, ItemScore score) implements Serializable {
    public ItemMeans {
        requireNonNull(responses, "responses");
        requireNonNull(scored, "scored");
        requireNonNull(score, "score");
    }
}
