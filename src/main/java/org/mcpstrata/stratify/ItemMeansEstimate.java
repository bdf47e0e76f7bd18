package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.mcpstrata.model.ItemScore;
import org.mcpstrata.statistics.Interval;
import org.mcpstrata.statistics.Reliability;

/**
 * The mean of the items' means of a group of responses on the scale of one rate, with its interval (measures.md 9).
 *
 * <p>Every item's mean is a ratio of two sums, and the answers of one response go together. The variance is therefore that
 * of the linearised score with the response as its cluster: of response r the residual is the mean over the items of
 * (answer − item mean) / answers of the item, where r answered it; the variance is n/(n−1) times the sum of their squares.
 * Where no answer is missing this is the usual variance of the mean of the responses' own means.
 */
final class ItemMeansEstimate {
    private static final String METHOD = "ITEM_MEANS_LINEARISED";

    private final ItemScore score;

    ItemMeansEstimate(ItemScore score) {
        this.score = requireNonNull(score, "score");
    }

    /** Whether every item was answered by somebody, without which there is no score. */
    static boolean isComplete(ItemSums sums) {
        for (int item = 0; item < sums.items(); item++) {
            if (sums.answered(item, item) == 0) {
                return false;
            }
        }
        return sums.items() > 0;
    }

    /**
     * The score; empty where an item was answered by nobody.
     *
     * @param responses behind the sums
     */
    Optional<Estimate> of(ItemSums sums, long responses, String rateId) {
        if (!isComplete(sums)) {
            return Optional.empty();
        }
        double[] means = new double[sums.items()];
        double total = 0;
        for (int item = 0; item < means.length; item++) {
            means[item] = (double) sums.points(item, item) / sums.answered(item, item);
            total += means[item];
        }
        ItemScore.Scale scale = score.scale(rateId);
        double stretch = (double) scale.width() / (score.highest() - score.lowest());
        double value = scale.from() + stretch * (total / means.length - score.lowest());
        if (responses < 2) {
            return Optional.of(new Estimate(value, null));
        }
        double half = Interval.Z * stretch * Math.sqrt(variance(sums, means) * responses / (responses - 1.0));
        // No group can score beyond the ends of the scale.
        Interval interval =
                new Interval(Math.max(scale.from(), value - half), Math.min(scale.to(), value + half), METHOD);
        return Optional.of(new Estimate(value, interval));
    }

    /** The sum over the responses of their squared residuals. */
    private static double variance(ItemSums sums, double[] means) {
        double squares = 0;
        for (int i = 0; i < means.length; i++) {
            for (int j = 0; j < means.length; j++) {
                double together = sums.products(i, j)
                        - means[j] * sums.points(i, j)
                        - means[i] * sums.points(j, i)
                        + means[i] * means[j] * sums.answered(i, j);
                squares += together / ((double) sums.answered(i, i) * sums.answered(j, j));
            }
        }
        return Math.max(0, squares) / ((double) means.length * means.length);
    }

    /** The grade of a score: the width of its interval is seen against the width of the scale, as a proportion's is. */
    Reliability reliability(Estimate estimate, long responses, String rateId) {
        return estimate.interval() == null
                ? Reliability.C
                : Reliability.of(
                        responses,
                        estimate.interval().width() / score.scale(rateId).width());
    }
}
