package org.mcpstrata.stratify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A number for each stratum of each stratifier that is met, from 0 upwards, so that cells can lie in arrays. */
final class NumberedStrata {
    private final Map<String, Map<String, Integer>> numbers = new HashMap<>();
    private final List<String> stratifierIds = new ArrayList<>();
    private final List<String> stratumIds = new ArrayList<>();

    int numberOf(String stratifierId, String stratumId) {
        Map<String, Integer> ofStratifier = numbers.computeIfAbsent(stratifierId, absent -> new HashMap<>());
        Integer number = ofStratifier.get(stratumId);
        if (number == null) {
            number = stratumIds.size();
            ofStratifier.put(stratumId, number);
            stratifierIds.add(stratifierId);
            stratumIds.add(stratumId);
        }
        return number;
    }

    /** How many strata were met. */
    int size() {
        return stratumIds.size();
    }

    String stratifierId(int number) {
        return stratifierIds.get(number);
    }

    String stratumId(int number) {
        return stratumIds.get(number);
    }
}
