package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/** Protects one block: hides what must be hidden, gives tables up where that is not enough, and checks the result. */
final class BlockProtection {
    private final RateLinks links;
    private final SharedStrata shared;
    private final Steps steps;
    private final Practices practices;
    private final ProtectionPolicy policy;
    private final byte[] salt;
    private final Earlier earlier;

    BlockProtection(
            RateLinks links,
            SharedStrata shared,
            Steps steps,
            Practices practices,
            ProtectionPolicy policy,
            byte[] salt,
            Earlier earlier) {
        this.links = requireNonNull(links, "links");
        this.shared = requireNonNull(shared, "shared");
        this.steps = requireNonNull(steps, "steps");
        this.practices = requireNonNull(practices, "practices");
        this.policy = requireNonNull(policy, "policy");
        this.salt = salt.clone();
        this.earlier = requireNonNull(earlier, "earlier");
    }

    /**
     * Protects tables together with all that earlier releases show of them.
     *
     * @param rows of all tables that are or were published, of rates with verdicts of their own, in order of their key
     * @return empty where nothing more can be shown without giving away what was hidden
     */
    Optional<ProtectedBlock> protect(List<CountedRow> rows) {
        SortedSet<PublicTable> published = new TreeSet<>();
        Map<String, Set<String>> components = new HashMap<>();
        for (CountedRow row : rows) {
            published.add(row.position().table());
            components.putIfAbsent(
                    row.position().table().stratifierId(), row.components().keySet());
        }
        SortedSet<PublicTable> withheld = new TreeSet<>();
        while (true) {
            List<CountedRow> kept = new ArrayList<>(rows);
            kept.removeIf(row -> !published.contains(row.position().table()));
            BlockModel model =
                    BlockModel.of(kept, links, shared, steps, practices, new CellWeights(policy, salt), earlier);
            CellSystem system = model.system();
            Suppression found = Suppressor.protect(system, policy.rule(), model.hiddenBefore(system, earlier));
            if (found.isSafe()) {
                List<SafetyCheck.Breach> breaches = SafetyCheck.breaches(system, policy.rule(), found);
                if (!breaches.isEmpty()) {
                    throw new ProblemException(
                            ProblemCode.DISCLOSURE_RISK,
                            Place.of("audit"),
                            breaches.size() + " breaches, the first: " + breaches.get(0) + ".");
                }
                return Optional.of(new ProtectedBlock(model, system, found, published, withheld));
            }
            SortedSet<PublicTable> given = new TreeSet<>();
            for (int cell : found.unprotected()) {
                given.addAll(Withholding.of(
                        model.name(cell).position().table(),
                        published,
                        id -> components.getOrDefault(id, Collections.emptySet())));
            }
            // Lines of business are held to everybody's counts as a sum: without some of them all else may be proven.
            if (given.stream().anyMatch(BlockProtection::isLine)) {
                given.removeIf(table -> !isLine(table));
            }
            if (given.stream().anyMatch(earlier::publishes)) {
                return Optional.empty();
            }
            published.removeAll(given);
            withheld.addAll(given);
        }
    }

    private static boolean isLine(PublicTable table) {
        return !table.payerScope().equals(PublicTable.ALL);
    }
}
