package org.mcpstrata.run.release;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.protect.GateFigures;
import org.mcpstrata.protect.GatedRelease;
import org.mcpstrata.protect.ProtectionPolicy;
import org.mcpstrata.run.PublishedRun;

/** What {@code release.json} and {@code run.json} of a release say. No clock value: equal releases have equal records. */
record ReleaseRecord(
        String releaseId,
        PublishedRun run,
        String program,
        ProtectionPolicy policy,
        boolean sampleSalt,
        List<ReleaseLedger.Entry> before) {
    ReleaseRecord {
        requireNonNull(releaseId, "releaseId");
        requireNonNull(run, "run");
        requireNonNull(program, "program");
        requireNonNull(policy, "policy");
        before = List.copyOf(before);
    }

    SortedMap<String, Object> of(GatedRelease gated) {
        SortedMap<String, Object> record = new TreeMap<>();
        record.put("release_id", releaseId);
        record.put("run_id", run.runId());
        record.put("program", program);
        record.put("period", run.period().year());
        record.put("format", Release.FORMAT);
        record.put("policy", policy.asRecord());
        record.put("salt", sampleSalt ? "the published sample salt: for invented people only" : "from the file given");
        record.put(
                "earlier",
                before.stream()
                        .map(entry ->
                                new TreeMap<>(Map.of("release_id", entry.releaseId(), "digest", entry.recordDigest())))
                        .toList());
        record.put("measures", List.copyOf(gated.measures()));
        record.put("carried_from", gated.carriedFrom());
        record.put("withheld", gated.withheld());
        return record;
    }

    /**
     * Figures of what a release protects anew; whole per cent, and by kind of the program as a whole.
     *
     * @param carriedFrom measures that are shown as before, with the release whose figures speak of them
     */
    static SortedMap<String, Object> figures(
            String releaseId, GateFigures figures, SortedMap<String, String> carriedFrom) {
        SortedMap<String, Object> shares = new TreeMap<>();
        figures.byStratifier()
                .forEach((stratifier, share) -> shares.put(
                        stratifier, new TreeMap<>(Map.of("cells", share.cells(), "hiddenPercent", share.percent()))));
        SortedMap<String, Object> record = new TreeMap<>();
        record.put("release_id", releaseId);
        record.put("cells", figures.cells());
        record.put("hidden", figures.hidden());
        record.put("byStratifier", shares);
        record.put(
                "byKindPercent",
                new TreeMap<>(Map.of(
                        "sensitive", figures.sensitivePercent(),
                        "complementary", figures.complementaryPercent())));
        figures.tightest().ifPresent(tightest -> record.put("tightestInterval", tightest));
        record.put("carried_from", carriedFrom);
        return record;
    }
}
