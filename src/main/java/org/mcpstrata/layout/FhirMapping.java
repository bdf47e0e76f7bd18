package org.mcpstrata.layout;

import java.util.List;
import org.mcpstrata.model.CanonicalRow;

/** What one FHIR resource type becomes. */
interface FhirMapping {
    /** The canonical rows; the first one carries the resource's identity. May be empty. */
    List<CanonicalRow> rows(FhirResource resource);

    /** Whether the resource has a ZIP code that is none. */
    default boolean losesZip(FhirResource resource) {
        return false;
    }
}
