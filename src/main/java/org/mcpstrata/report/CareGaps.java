package org.mcpstrata.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mcpstrata.model.TableRow;

/**
 * People whose care leaves a measure open, by practice: those counted in a proportion (in the denominator, neither
 * excluded nor excepted) without its numerator, or with it where lower is better.
 */
public final class CareGaps {
    private static final String NOT = "not: ";
    private static final List<String> SUFFICIENCY = Arrays.asList("SUFFICIENT", "PARTIAL", "NONE", null);

    /**
     * One person and measure.
     *
     * @param rates the measure's rates in which it is open, in order of their ids
     * @param found what decided: where higher is better what was not found, else what was
     * @param sufficiency whether data could have shown care; null where the measure does not say what would suffice
     * @param members the person's member ids; empty unless asked for
     */
    record Gap(String person, List<String> rates, List<String> found, String sufficiency, List<String> members) {
        Gap {
            rates = List.copyOf(rates);
            found = List.copyOf(found);
            members = List.copyOf(members);
        }

        Gap with(String rate) {
            List<String> more = new ArrayList<>(rates);
            more.add(rate);
            more.sort(Comparator.naturalOrder());
            return new Gap(person, more, found, sufficiency, members);
        }
    }

    private final Map<String, FeedbackRate> rates = new HashMap<>();
    private final Set<String> wanted;
    private final boolean memberIds;
    /** By practice, measure and person. */
    private final Map<String, TreeMap<String, Map<String, Gap>>> gaps = new HashMap<>();

    /**
     * @param wanted practices to keep; empty for all
     * @param memberIds whether the payers' own ids of a person stand beside the person's
     */
    public CareGaps(FeedbackRates figures, Collection<String> wanted, boolean memberIds) {
        requireNonNull(figures, "figures").rates(List.of()).forEach(rate -> rates.put(rate.id(), rate));
        this.wanted = new HashSet<>(wanted);
        this.memberIds = memberIds;
    }

    /** Takes a row of {@code member_result}. */
    public void add(TableRow row) {
        FeedbackRate rate = rates.get(FeedbackRate.id(row));
        String practice = row.text("practice_id");
        if (rate == null || rate.display() != Display.PROPORTION || !wanted.isEmpty() && !wanted.contains(practice)) {
            return;
        }
        boolean counted =
                row.flag("denominator") && !row.flag("denominator_exclusion") && !row.flag("denominator_exception");
        if (counted && row.flag("numerator") == rate.lower()) {
            gaps.computeIfAbsent(practice, unseen -> new TreeMap<>())
                    .computeIfAbsent(rate.measure(), unseen -> new HashMap<>())
                    .merge(row.text("person_id"), gap(row, rate), (known, another) -> known.with(rate.rate()));
        }
    }

    private Gap gap(TableRow row, FeedbackRate rate) {
        List<String> found = row.list("reasons").stream()
                .filter(reason -> reason.startsWith(NOT) != rate.lower())
                .map(reason -> reason.startsWith(NOT) ? reason.substring(NOT.length()) : reason)
                .toList();
        return new Gap(
                row.text("person_id"),
                List.of(rate.rate()),
                found,
                row.text("data_sufficiency"),
                memberIds ? members(row) : List.of());
    }

    @SuppressWarnings("unchecked")
    private static List<String> members(TableRow row) {
        Object value = row.value("source_members");
        return ((List<Object[]>) value)
                .stream().map(member -> member[0] + ": " + member[1]).toList();
    }

    /** The gaps of a practice by measure; where data could have shown care stand first, then by person. */
    Map<String, List<Gap>> of(String practice) {
        Map<String, List<Gap>> found = new TreeMap<>();
        gaps.getOrDefault(practice, new TreeMap<>())
                .forEach((measure, people) -> found.put(
                        measure,
                        people.values().stream()
                                .sorted(Comparator.comparingInt((Gap gap) -> SUFFICIENCY.indexOf(gap.sufficiency()))
                                        .thenComparing(Gap::person))
                                .toList()));
        return found;
    }
}
