package org.mcpstrata.measure.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mcpstrata.document.Section;
import org.mcpstrata.measure.Timing;

/** Reads how events relate to a window: {@code overlaps: measurement period}, {@code precision: second}. */
final class TimingReader {
    private static final Map<String, Timing.Relation> RELATIONS = new TreeMap<>(Map.of(
            "during", Timing.Relation.DURING,
            "overlaps", Timing.Relation.OVERLAPS,
            "starts", Timing.Relation.STARTS,
            "ends", Timing.Relation.ENDS,
            "covers", Timing.Relation.COVERS,
            "recorded", Timing.Relation.RECORDED));
    static final Set<String> KEYS = Set.of("during", "overlaps", "starts", "ends", "covers", "recorded", "precision");

    private TimingReader() {}

    /** The relation of a clause; empty where it states none or after a problem. */
    static Optional<Timing> read(Scope scope, Section body) {
        List<String> found = RELATIONS.keySet().stream().filter(body::has).toList();
        if (found.size() > 1) {
            body.problem(body.place(), "An event has one of during, overlaps, starts, ends, covers and recorded.");
        }
        Timing.Precision precision =
                body.parsed("precision", TimingReader::precision).orElse(Timing.Precision.DAY);
        if (found.isEmpty()) {
            if (body.has("precision")) {
                body.problem(body.place(), "A precision is that of a window.");
            }
            return Optional.empty();
        }
        return scope.timing(body, found.get(0), RELATIONS.get(found.get(0)))
                .map(timing -> new Timing(timing.relation(), timing.window(), timing.windowName(), precision));
    }

    private static Timing.Precision precision(String text) {
        return switch (text) {
            case "day" -> Timing.Precision.DAY;
            case "second" -> Timing.Precision.SECOND;
            default -> throw new IllegalArgumentException("is not day or second");
        };
    }
}
