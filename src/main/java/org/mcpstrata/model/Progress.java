package org.mcpstrata.model;

import java.io.Serializable;

/**
 * Told what long work has reached, so that an operator sees stage, rows and percent. Called on the driver only, never by
 * two threads at once.
 */
@FunctionalInterface
public interface Progress extends Serializable {
    /** Tells nobody. */
    Progress SILENT = (stage, done, total) -> {};

    /**
     * Reports progress inside a stage.
     *
     * @param stage the stage's name in the operator's words
     * @param done pieces finished so far
     * @param total pieces in all, or 0 while unknown
     */
    void reached(String stage, long done, long total);
}
