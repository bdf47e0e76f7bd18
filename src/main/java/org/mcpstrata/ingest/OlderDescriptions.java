package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The older drops of a payer whose members and medications the resources of a drop were read with (decision 98). Rows that count
 * rest on them, also where they are superseded, refused or withdrawn themselves.
 */
final class OlderDescriptions {
    private final Reading reading;
    private final SplitDrops known;
    private final Map<Integer, Integer> naming = new HashMap<>();
    private final SortedMap<Integer, Integer> describing = new TreeMap<>();

    private OlderDescriptions(Reading reading) {
        this.reading = requireNonNull(reading, "reading");
        this.known = SplitDrops.of(
                reading.splits(), reading.works().stream().map(DropWork::drop).toList());
        for (Split split : reading.splits()) {
            RecordPlan plan = reading.planOf(split);
            boolean ofNobody = plan.section().type().equals(FileFormat.MEDICATIONS);
            if (SplitKeys.namesMembers(plan) && !ofNobody) {
                naming.putIfAbsent(split.drop(), split.number());
            } else if (SplitKeys.describesMembers(plan)) {
                describing.putIfAbsent(split.drop(), split.number());
            }
        }
    }

    /** By drop that counts, the SHA-256 of each such older drop's manifest; drops that rest on themselves alone are left out. */
    static SortedMap<String, SortedMap<String, String>> of(Reading reading) {
        OlderDescriptions descriptions = new OlderDescriptions(reading);
        SortedMap<String, SortedMap<String, String>> older = new TreeMap<>();
        for (DropWork work : reading.works()) {
            SortedMap<String, String> digests = new TreeMap<>();
            if (work.isAccepted()) {
                descriptions
                        .of(work)
                        .forEach(describer -> digests.put(describer.drop().key(), describer.digest()));
            }
            if (!digests.isEmpty()) {
                older.put(work.drop().key(), digests);
            }
        }
        return older;
    }

    private List<DropWork> of(DropWork work) {
        int rank = work.drop().rank();
        List<DropWork> older = new ArrayList<>();
        if (naming.containsKey(rank)) {
            for (DropWork other : reading.works().subList(0, rank)) {
                Integer described = describing.get(other.drop().rank());
                boolean members =
                        other.manifest().payer().equals(work.manifest().payer())
                                && described != null
                                && known.knows(naming.get(rank), described);
                if (members || reading.medications().toldBy(work).contains(other)) {
                    older.add(other);
                }
            }
        }
        return older;
    }
}
