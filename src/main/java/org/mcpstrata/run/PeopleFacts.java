package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.Table;

/**
 * What the results of people depend on beyond their own rows and members.
 *
 * @param everybody digest of all that touches everybody: program, definitions, period, cut-off, keys, practices
 * @param drops those that count, oldest first
 * @param sources digest of what lies at each of {@link RowSources}
 */
record PeopleFacts(String everybody, List<DropFacts> drops, SortedMap<String, String> sources) {
    PeopleFacts {
        requireNonNull(everybody, "everybody");
        drops = List.copyOf(drops);
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    }

    /**
     * What a drop means for rows of any drop.
     *
     * @param hasOlder whether an older drop of its payer counts, which decides which of its rows can change a result
     */
    record DropFacts(String name, String lineOfBusiness, String createdAt, boolean hasOlder) {}

    /** @param inputs what the run's id is made of */
    static PeopleFacts of(
            SortedMap<String, String> inputs, SortedMap<String, Practice> practices, IngestResult ingested) {
        StringBuilder everybody = new StringBuilder(CodeVersion.content()).append('\n');
        inputs.forEach((name, value) -> {
            if (!name.startsWith("drop ") && !name.startsWith("absent payer's drop ")) {
                everybody.append(name).append('=').append(value).append('\n');
            }
        });
        practices.values().forEach(practice -> everybody
                .append(String.join(
                        "\t",
                        practice.id(),
                        practice.name(),
                        practice.tin(),
                        practice.state(),
                        Integer.toString(practice.track()),
                        practice.participantType()))
                .append('\n'));
        Drops drops = ingested.drops();
        List<DropFacts> facts = new ArrayList<>();
        for (Drops.Drop drop : drops.ordered()) {
            facts.add(new DropFacts(
                    drop.payerId() + '/' + drop.dropId(),
                    drop.lineOfBusiness().name(),
                    drop.createdAt(),
                    drops.hasOlder(drop.payerId(), drop.dropId())));
        }
        return new PeopleFacts(Digests.text(everybody.toString()), facts, RowSources.digests(ingested));
    }

    /** Whether nothing that touches everybody changed: a person with the same rows and members has the same result. */
    boolean agreesWith(PeopleFacts earlier) {
        Set<String> now = names();
        Set<String> then = earlier.names();
        return everybody.equals(earlier.everybody)
                // Their order among one another, and what each of them means.
                && drops.stream()
                        .filter(drop -> then.contains(drop.name()))
                        .toList()
                        .equals(earlier.drops.stream()
                                .filter(drop -> now.contains(drop.name()))
                                .toList())
                // The newest of all responses with one id counts, whoever it names.
                && changedSince(earlier).stream().noneMatch(source -> source.endsWith('/' + Table.SURVEY.tableName()));
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>();
        drops.forEach(drop -> names.add(drop.name()));
        return names;
    }

    /** Sources that are new, gone, or hold other rows. */
    SortedSet<String> changedSince(PeopleFacts earlier) {
        SortedSet<String> changed = new TreeSet<>();
        for (Map<String, String> one : List.of(sources, earlier.sources)) {
            one.keySet().stream()
                    .filter(source ->
                            !sources.getOrDefault(source, "").equals(earlier.sources.getOrDefault(source, "")))
                    .forEach(changed::add);
        }
        return changed;
    }
}
