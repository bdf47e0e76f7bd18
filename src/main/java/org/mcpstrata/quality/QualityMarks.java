package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.model.Attribute;

/** Which result rows the failed rules of a run touch. */
public record QualityMarks(List<Mark> marks) implements Serializable {
    public static final QualityMarks NONE = new QualityMarks(List.of());

    public QualityMarks {
        marks = List.copyOf(marks);
    }

    /**
     * One failed rule of one payer.
     *
     * @param blocks whether values are withheld
     * @param scopes payer scopes with people of the payer
     * @param measures touched measures
     * @param attributes touched strata; empty for every row
     */
    public record Mark(
            String rule,
            boolean blocks,
            SortedSet<String> scopes,
            SortedSet<String> measures,
            SortedSet<Attribute> attributes)
            implements Serializable {
        public Mark {
            requireNonNull(rule, "rule");
            scopes = Collections.unmodifiableSortedSet(new TreeSet<>(scopes));
            measures = Collections.unmodifiableSortedSet(new TreeSet<>(measures));
            attributes = Collections.unmodifiableSortedSet(new TreeSet<>(attributes));
        }

        private boolean touches(String measureId, String payerScope, Set<Attribute> stratifiedBy) {
            return scopes.contains(payerScope)
                    && measures.contains(measureId)
                    && (attributes.isEmpty() || !Collections.disjoint(attributes, stratifiedBy));
        }
    }

    /**
     * The rules that touch a row.
     *
     * @param rules ids in order
     * @param block whether one of them withholds the value
     */
    public record Touch(List<String> rules, boolean block) {
        public Touch {
            rules = List.copyOf(rules);
        }
    }

    /** @param stratifiedBy attributes that the row's stratifier rests on; empty for all others */
    public Touch touch(String measureId, String payerScope, Set<Attribute> stratifiedBy) {
        SortedSet<String> rules = new TreeSet<>();
        boolean block = false;
        for (Mark mark : marks) {
            if (mark.touches(measureId, payerScope, stratifiedBy)) {
                rules.add(mark.rule());
                block |= mark.blocks();
            }
        }
        return new Touch(List.copyOf(rules), block);
    }
}
