package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.GroupProbabilities;
import org.mcpstrata.model.IndirectEstimates;
import org.mcpstrata.model.IndirectEstimates.Method;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.ProbableGroup;
import org.mcpstrata.model.ResolvedAttribute;

/**
 * Groups to which people belong with a probability only (stratification.md 3): a stratifier of rates, never of persons.
 * Who declined to answer is given no group by anybody (stratification.md 2.2), so counts with no method.
 */
final class IndirectStratifier implements Serializable {
    private final String id;
    private final String standard;
    private final List<Group> groups;
    private final CombinedAnswer own;
    private final IndirectEstimates wanted;

    /**
     * One group.
     *
     * @param weak whether such models are weak for it, so that it is shown only where a program allows that
     */
    record Group(Stratum stratum, ProbableGroup column, boolean weak) implements Serializable {
        Group {
            requireNonNull(stratum, "stratum");
            requireNonNull(column, "column");
        }
    }

    /**
     * What one person counts for.
     *
     * @param millionths by position of the group
     * @param direct whether by the person's own answer
     */
    record Weights(int[] millionths, boolean direct) {}

    /** @param own how people's own answers make groups */
    IndirectStratifier(String id, String standard, List<Group> groups, CombinedAnswer own, IndirectEstimates wanted) {
        this.id = requireNonNull(id, "id");
        this.standard = requireNonNull(standard, "standard");
        this.groups = List.copyOf(groups);
        this.own = requireNonNull(own, "own");
        this.wanted = requireNonNull(wanted, "wanted");
    }

    String id() {
        return id;
    }

    String standard() {
        return standard;
    }

    IndirectEstimates wanted() {
        return wanted;
    }

    SortedSet<Method> methods() {
        return wanted.methods();
    }

    /** All groups, of which one may not be shown. */
    List<Group> groups() {
        return groups;
    }

    boolean isShown(Group group) {
        return !group.weak() || wanted.weakGroups();
    }

    Attribute attribute() {
        return own.answered();
    }

    /** The name of its cells, which no stratifier of persons has. */
    String cells(Method method) {
        return id + '/' + method.name();
    }

    /** The name of the cells of people of whom both are known: their own group, and their probabilities. */
    String calibration() {
        return id + "/CALIBRATION";
    }

    /** The person's weights by a method; empty where the person counts for nobody. */
    Optional<Weights> weights(Method method, Person person) {
        return switch (method) {
            case INDIRECT -> indirect(person);
            case DIRECT_PLUS_INDIRECT -> own(person).map(this::certain).or(() -> indirect(person));
        };
    }

    private Optional<Weights> indirect(Person person) {
        if (person.attribute(own.answered()).missing() == Missing.DECLINED) {
            return Optional.empty();
        }
        return person.optional().groups().map(this::probable);
    }

    private Weights probable(GroupProbabilities vector) {
        int[] millionths = new int[groups.size()];
        for (int i = 0; i < millionths.length; i++) {
            millionths[i] = vector.of(groups.get(i).column());
        }
        return new Weights(millionths, false);
    }

    private Weights certain(int group) {
        int[] millionths = new int[groups.size()];
        millionths[group] = GroupProbabilities.CERTAIN;
        return new Weights(millionths, true);
    }

    /** The position of the group that the person reported; empty for an answer of no group, or none of the person's own. */
    Optional<Integer> own(Person person) {
        ResolvedAttribute answer = person.attribute(own.answered());
        if (!answer.isAnswered() || !answer.tier().isSelfReport()) {
            return Optional.empty();
        }
        String stratum = own.group(answer);
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).stratum().id().equals(stratum)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The groups in the order of their ids, as rows are. */
    List<Group> shownById() {
        List<Group> shown =
                new ArrayList<>(groups.stream().filter(this::isShown).toList());
        shown.sort(Comparator.comparing(group -> group.stratum().id()));
        return shown;
    }
}
