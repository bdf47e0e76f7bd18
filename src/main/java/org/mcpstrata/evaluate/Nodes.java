package org.mcpstrata.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mcpstrata.measure.Definition;
import org.mcpstrata.measure.EventClause;
import org.mcpstrata.measure.MeasureDefinition;
import org.mcpstrata.measure.MeasureSet;

/** All definitions of a measure set as nodes. */
final class Nodes {
    private final MeasureSet measures;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Key, Integer> places = new HashMap<>();

    private record Key(Definition definition, List<Integer> uses) {}

    Nodes(MeasureSet measures) {
        this.measures = requireNonNull(measures, "measures");
    }

    /** The place of a measure's definition; those it is built on come before it. */
    int place(MeasureDefinition measure, String name) {
        Definition definition = measure.definition(name);
        List<Integer> uses = new ArrayList<>();
        for (String used : definition.clause().uses()) {
            uses.add(place(measure, used));
        }
        return places.computeIfAbsent(new Key(definition, uses), key -> {
            EventQuery query = definition.clause() instanceof EventClause events
                    ? new EventQuery(events, measures.valueSets(), measures.period())
                    : null;
            nodes.add(new Node(definition, toInts(uses), query));
            return nodes.size() - 1;
        });
    }

    /** Places of several definitions, in order. */
    int[] places(MeasureDefinition measure, List<String> names) {
        int[] found = new int[names.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = place(measure, names.get(i));
        }
        return found;
    }

    private static int[] toInts(List<Integer> numbers) {
        int[] ints = new int[numbers.size()];
        for (int i = 0; i < ints.length; i++) {
            ints[i] = numbers.get(i);
        }
        return ints;
    }

    Node[] toArray() {
        return nodes.toArray(new Node[0]);
    }
}
