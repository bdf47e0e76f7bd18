package org.mcpstrata.statistics;

import java.util.List;

/**
 * How far the values of groups lie apart (stratification.md 4.4). A group weighs its share of all people; the overall
 * value is the weighted mean, which for proportions is the rate of everybody together.
 */
public final class DisparityIndices {
    private final List<Group> groups;
    private final double people;
    private final double overall;

    /** One group: its people, above 0, and its value. */
    public record Group(long people, double value) {
        public Group {
            if (people <= 0) {
                throw new IllegalArgumentException("a group has people");
            }
        }
    }

    /** @param groups at least one */
    public DisparityIndices(List<Group> groups) {
        this.groups = List.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to summarise");
        }
        this.people = groups.stream().mapToDouble(Group::people).sum();
        this.overall = groups.stream()
                        .mapToDouble(group -> group.people() * group.value())
                        .sum()
                / people;
    }

    private double highest() {
        return groups.stream().mapToDouble(Group::value).max().orElseThrow();
    }

    private double lowest() {
        return groups.stream().mapToDouble(Group::value).min().orElseThrow();
    }

    /** The highest value less the lowest. */
    public double rangeDifference() {
        return highest() - lowest();
    }

    /** The highest value over the lowest; null where that is not above 0. */
    public Double rangeRatio() {
        return lowest() > 0 ? (Double) (highest() / lowest()) : null;
    }

    /** Between-group variance. */
    public double betweenGroupVariance() {
        return groups.stream()
                        .mapToDouble(group -> group.people() * Math.pow(group.value() - overall, 2))
                        .sum()
                / people;
    }

    /**
     * Index of disparity: the mean distance of the other groups from one, in percent of its value; null where that is not
     * above 0 or there is no other.
     *
     * @param from position of the group that the others are compared with
     */
    public Double disparityFrom(int from) {
        double value = groups.get(from).value();
        if (!(value > 0) || groups.size() < 2) {
            return null;
        }
        double distances = groups.stream()
                .mapToDouble(group -> Math.abs(group.value() - value))
                .sum();
        return distances / (groups.size() - 1) / value * 100;
    }

    /** The mean distance of all groups from the overall value, in percent of it; null where that is not above 0. */
    public Double disparityFromOverall() {
        if (!(overall > 0)) {
            return null;
        }
        double distances = groups.stream()
                .mapToDouble(group -> Math.abs(group.value() - overall))
                .sum();
        return distances / groups.size() / overall * 100;
    }

    /** Mean distance of people's groups from the best group. */
    public double meanDistanceFrom(int best) {
        double value = groups.get(best).value();
        return groups.stream()
                        .mapToDouble(group -> group.people() * Math.abs(group.value() - value))
                        .sum()
                / people;
    }

    /** Theil's index; null where the overall value is not above 0 or a value is below. A group at 0 adds nothing. */
    public Double theil() {
        if (!(overall > 0) || lowest() < 0) {
            return null;
        }
        double sum = 0;
        for (Group group : groups) {
            double ratio = group.value() / overall;
            sum += ratio == 0 ? 0 : group.people() / people * ratio * Math.log(ratio);
        }
        return sum;
    }

    /** Mean log deviation; null where any value is not above 0. */
    public Double meanLogDeviation() {
        if (!(lowest() > 0)) {
            return null;
        }
        return groups.stream()
                        .mapToDouble(group -> group.people() * Math.log(overall / group.value()))
                        .sum()
                / people;
    }
}
