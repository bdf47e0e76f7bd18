package org.mcpstrata.run.release;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.protect.GateProofs;
import org.mcpstrata.protect.GatedRelease;
import org.mcpstrata.publish.Releases;
import org.mcpstrata.publish.RunId;
import org.mcpstrata.publish.Staging;

/** Writes the two folders of a release; the public one appears last, and whole. */
final class ReleaseFiles {
    private final Releases releases;
    private final RunId releaseId;
    private final String attempt;

    ReleaseFiles(Releases releases, RunId releaseId, String attempt) {
        this.releases = requireNonNull(releases, "releases");
        this.releaseId = requireNonNull(releaseId, "releaseId");
        this.attempt = requireNonNull(attempt, "attempt");
    }

    /** @param enter told the digest of the record after everything is written and before anything is visible */
    void write(GatedRelease gated, ReleaseTables tables, SortedMap<String, Object> record, Consumer<String> enter) {
        try (Staging open = releases.stagePublic(releaseId, attempt);
                Staging restricted = releases.stageRestricted(releaseId, attempt)) {
            tables.write(open);
            open.writeFile(
                    "run.json",
                    Releases.json(ReleaseRecord.figures(releaseId.value(), gated.figures(), gated.carriedFrom())));
            String digest = releases.seal(open, record);

            List<TableRow> audit = new ArrayList<>();
            gated.proofs().audit(releaseId.value(), audit::add);
            restricted.writeTable("suppression_audit", GateProofs.AUDIT, audit.iterator());
            List<TableRow> certificate = new ArrayList<>();
            gated.proofs().certificate(releaseId.value(), certificate::add);
            restricted.writeTable("suppression_certificate", GateProofs.CERTIFICATE, certificate.iterator());
            String proof = releases.seal(
                    restricted, new TreeMap<>(Map.of("release_id", releaseId.value(), "release_digest", digest)));

            enter.accept(digest);
            releases.publish(restricted, proof);
            releases.publish(open, digest);
        }
    }
}
