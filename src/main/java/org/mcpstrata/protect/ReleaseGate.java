package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/**
 * The only way from restricted results to the public tier: what it gives back is safe, or it gives nothing back
 * (founding decision 22, stratification.md 5).
 */
public final class ReleaseGate {
    private final ProtectionPolicy policy;
    private final byte[] salt;
    private final Practices practices;
    private final Map<RateName, RateName> verdictsOf = new HashMap<>();
    private final List<TableRow> strata;
    private final Earlier earlier;
    private final EventRates eventRates;

    /**
     * @param measures rows of the restricted {@code dim_measure}
     * @param strata rows of the restricted {@code dim_stratum}
     * @param salt secret; see {@link CellWeights}
     * @param releases earlier ones of the same program and period, oldest first
     * @throws ProblemException where the policy publishes what cannot be added up with them
     */
    public ReleaseGate(
            ProtectionPolicy policy,
            byte[] salt,
            Iterable<TableRow> measures,
            List<TableRow> strata,
            Practices practices,
            List<Released> releases) {
        this.policy = requireNonNull(policy, "policy");
        this.salt = salt.clone();
        this.strata = List.copyOf(strata);
        this.practices = requireNonNull(practices, "practices");
        this.eventRates = EventRates.of(measures);
        for (TableRow measure : measures) {
            String id = measure.text("measure_id");
            verdictsOf.put(new RateName(id, measure.text("rate_id")), new RateName(id, measure.text("verdicts_of")));
        }
        this.earlier = Earlier.of(releases, verdictsOf);
        Compatibility.require(policy, earlier);
    }

    /** Whether the gate wants to see a row of the restricted {@code stratified_result} at all. */
    public boolean wants(TableRow row) {
        CountedRow counted = CountedRow.of(row, verdictsOf);
        PublicTable table = counted.position().table();
        // Dollars, indices and scores of strata are not published, also where the counts beside them were.
        boolean mayBePublished = counted.isCounted()
                || table.isTotal()
                        && table.payerScope().equals(PublicTable.ALL)
                        && !table.entityType().equals(PublicTable.PRACTICE);
        return row.text("method").equals("DIRECT")
                && mayBePublished
                && (earlier.publishes(table)
                        || policy.publishes(
                                table.entityType(),
                                table.payerScope(),
                                table.stratifierId(),
                                new TreeSet<>(counted.components().keySet())));
    }

    /**
     * Protects the rows that the gate wants, given in order of their key.
     *
     * @param threads at work at a time; the result does not depend on it
     */
    public GatedRelease protect(List<TableRow> rows, int threads) {
        List<CountedRow> counted =
                rows.stream().map(row -> CountedRow.of(row, verdictsOf)).toList();
        SortedSet<RateName> left = eventRates.left(verdicts(counted));
        List<CountedRow> finest = counted.stream()
                .filter(row -> !left.contains(row.position().table().rate()))
                .toList();
        RateLinks links = RateLinks.of(verdicts(finest), left);
        SharedStrata shared = SharedStrata.of(policy.stratifiers(), verdicts(finest));
        MergedStrata merged = new MergedStrata(strata, StepChoice.of(verdicts(finest), policy, earlier));
        List<CountedRow> all = new MergedRows(merged).of(finest);
        List<CountedRow> verdicts = verdicts(all);
        SortedSet<PublicTable> unpublished = Coarsening.withheld(verdicts, policy);
        unpublished.removeIf(earlier::publishes);
        Map<String, List<CountedRow>> blocks = new TreeMap<>();
        for (CountedRow row : verdicts) {
            if (!unpublished.contains(row.position().table())) {
                blocks.computeIfAbsent(block(row.rate(), links), block -> new ArrayList<>())
                        .add(row);
            }
        }
        SortedMap<String, Optional<ProtectedBlock>> done = new TreeMap<>();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            SortedMap<String, Future<Optional<ProtectedBlock>>> working = new TreeMap<>();
            blocks.forEach((name, of) -> {
                Callable<Optional<ProtectedBlock>> task = () -> earlier.agreesWith(of, measures(of))
                        ? new BlockProtection(links, shared, merged.steps(), practices, policy, salt, earlier)
                                .protect(of)
                        : Optional.empty();
                working.put(name, workers.submit(task));
            });
            for (Map.Entry<String, Future<Optional<ProtectedBlock>>> block : working.entrySet()) {
                done.put(block.getKey(), block.getValue().get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemCode.STOPPED, Place.of("the release"), "");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException("the gate failed", e);
        } finally {
            workers.shutdownNow();
        }
        SortedMap<String, ProtectedBlock> blocksDone = new TreeMap<>();
        SortedMap<String, Released> carried = new TreeMap<>();
        done.forEach((name, block) -> {
            block.ifPresent(found -> blocksDone.put(name, found));
            if (block.isEmpty()) {
                for (CountedRow row : blocks.get(name)) {
                    String measure = row.rate().measureId();
                    earlier.newest(measure)
                            .ifPresentOrElse(
                                    release -> carried.put(measure, without(release, left)),
                                    // A new measure about people of an earlier one has nothing to be shown as.
                                    () -> unpublished.add(row.position().table()));
                }
            }
        });
        return new GatedRelease(all, blocksDone, links, shared, merged, practices, unpublished, policy, carried);
    }

    private Released without(Released release, SortedSet<RateName> left) {
        return new Released(
                release.releaseId(),
                release.rows().stream()
                        .filter(row -> !left.contains(CountedRow.of(row, verdictsOf)
                                .position()
                                .table()
                                .rate()))
                        .toList(),
                release.strata());
    }

    /** Rows of rates with verdicts of their own. */
    private static List<CountedRow> verdicts(List<CountedRow> rows) {
        return rows.stream()
                .filter(row -> row.rate().equals(row.position().table().rate()))
                .toList();
    }

    private static SortedSet<String> measures(List<CountedRow> rows) {
        SortedSet<String> measures = new TreeSet<>();
        rows.forEach(row -> measures.add(row.rate().measureId()));
        return measures;
    }

    /** Measures that share a population or another count are protected together; every other one by itself. */
    static String block(RateName rate, RateLinks links) {
        SortedSet<String> together = new TreeSet<>();
        together.add(rate.measureId());
        int before;
        do {
            before = together.size();
            for (Count count : Count.values()) {
                links.populations().keySet().forEach(one -> {
                    RateName first = links.first(count, one);
                    if (together.contains(one.measureId()) || together.contains(first.measureId())) {
                        together.add(one.measureId());
                        together.add(first.measureId());
                    }
                });
            }
        } while (together.size() > before);
        return String.join("+", together);
    }
}
