package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

/**
 * Where a FHIR reference points: the last two segments of its path, whatever stands before them (inputs.md 3).
 *
 * @param type resource type, empty where the reference names none
 * @param id logical id; empty for a search expression, which names no resource
 * @param contained whether the target is inside the same resource
 */
record FhirReference(String type, String id, boolean contained) {
    FhirReference {
        requireNonNull(type, "type");
        requireNonNull(id, "id");
    }

    static FhirReference parse(String text) {
        if (text.startsWith("#")) {
            return new FhirReference("", text.substring(1), true);
        }
        if (text.indexOf('?') >= 0) {
            return new FhirReference(text.substring(0, text.indexOf('?')), "", false);
        }
        if (text.startsWith("urn:uuid:")) {
            return new FhirReference("", text.substring("urn:uuid:".length()), false);
        }
        int history = text.indexOf("/_history");
        String path = history < 0 ? text : text.substring(0, history);
        int slash = path.lastIndexOf('/');
        if (slash < 0) {
            return new FhirReference("", path, false);
        }
        return new FhirReference(
                path.substring(path.lastIndexOf('/', slash - 1) + 1, slash), path.substring(slash + 1), false);
    }
}
