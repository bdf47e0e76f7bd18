package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.mcpstrata.problem.Place;

/**
 * A sound drop on its way through the reading job.
 *
 * @param rank position in the order of the drops that count, oldest 0
 * @param target folder that receives what became of it
 */
record PlannedDrop(int rank, Manifest manifest, String target) implements Serializable {
    PlannedDrop {
        requireNonNull(manifest, "manifest");
        requireNonNull(target, "target");
    }

    Place place() {
        return Place.of(manifest.payer() + '/' + manifest.drop());
    }

    /** The drop among all payers' drops. */
    String key() {
        return manifest.payer() + '/' + manifest.drop();
    }
}
