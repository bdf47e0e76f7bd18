package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.Attribute;

/**
 * How a stratifier sees what people answered.
 *
 * @param attribute what was asked
 * @param rule how answers become strata, in the words of the stratifier file
 * @param answers by stratum: the answers that it takes, in order
 * @param wins the stratum that takes a person whatever else they answered; empty where none does
 */
public record AnswerView(String attribute, String rule, SortedMap<String, List<String>> answers, String wins) {
    public AnswerView {
        requireNonNull(attribute, "attribute");
        requireNonNull(rule, "rule");
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        requireNonNull(wins, "wins");
    }

    static AnswerView of(Attribute attribute, String rule, Map<String, String> stratumOf, String wins) {
        SortedMap<String, List<String>> answers = new TreeMap<>();
        new TreeMap<>(stratumOf).forEach((answer, stratum) -> answers.computeIfAbsent(stratum, it -> new ArrayList<>())
                .add(answer));
        return new AnswerView(attribute.name(), rule, answers, wins);
    }
}
