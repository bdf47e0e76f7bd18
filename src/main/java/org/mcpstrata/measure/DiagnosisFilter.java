package org.mcpstrata.measure;

import java.io.Serializable;
import java.util.List;

/**
 * Diagnoses of a visit, stay or claim. Empty lists ask nothing.
 *
 * @param any one of the diagnoses is in one of these
 * @param principal the principal diagnosis is in one of these
 */
public record DiagnosisFilter(List<CodeSet> any, List<CodeSet> principal) implements Serializable {
    public static final DiagnosisFilter NONE = new DiagnosisFilter(List.of(), List.of());

    public DiagnosisFilter {
        any = List.copyOf(any);
        principal = List.copyOf(principal);
    }
}
