package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A part of one section that one task reads.
 *
 * @param number position among all splits of the run, in order of drop, file name and offset: what "first" means when
 *     two records have one key
 * @param plan index of the section's plan
 * @param drop rank of the drop
 * @param path the delivered file
 * @param offset first byte of the part
 * @param end byte after its last one, or -1 for the end of the section
 * @param linesBefore physical lines before it
 * @param weight about how many bytes it is to read
 */
record Split(int number, int plan, int drop, String path, long offset, long end, long linesBefore, long weight)
        implements Serializable {
    Split {
        requireNonNull(path, "path");
    }
}
