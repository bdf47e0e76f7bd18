package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.mcpstrata.layout.AmountEvidence;
import org.mcpstrata.layout.Coding;

/**
 * What an earlier run found in a drop that counted: everything that follows from the drop's own bytes and from the members and
 * medications that older drops describe, and where its rows lie. What follows from newer drops is decided anew in every run.
 *
 * @param reader which build and rules read it; another reader may find something else
 * @param manifest SHA-256 of the manifest's bytes, which name every file's digest
 * @param landing the delivered files as they lay there
 * @param resources what older drops the reading rested on, as {@link Earlier} says it
 * @param surveys in manifest order
 * @param splits in order of section and offset
 */
record KeptDrop(
        String reader,
        String manifest,
        List<Stamp> landing,
        String resources,
        List<KeptSurvey> surveys,
        List<KeptSplit> splits) {
    KeptDrop {
        requireNonNull(resources, "resources");
        requireNonNull(reader, "reader");
        requireNonNull(manifest, "manifest");
        landing = List.copyOf(landing);
        surveys = List.copyOf(surveys);
        splits = List.copyOf(splits);
    }

    /**
     * A delivered file from outside.
     *
     * @param modified milliseconds since 1970, as the file system says
     */
    record Stamp(String name, long bytes, long modified) {
        Stamp {
            requireNonNull(name, "name");
        }
    }

    /** What the first pass over a file found; there was no problem. */
    record KeptSurvey(List<Section> sections, Map<String, List<Coding>> medications, AmountEvidence amounts) {
        KeptSurvey {
            sections = List.copyOf(sections);
            medications = Map.copyOf(medications);
            requireNonNull(amounts, "amounts");
        }

        static KeptSurvey of(FileSurvey survey) {
            return new KeptSurvey(survey.sections(), survey.medications(), survey.amounts());
        }

        FileSurvey survey() {
            return new FileSurvey(sections, medications, amounts, List.of());
        }
    }

    /** Every file below the output folder it speaks of. */
    List<KeptFile> files() {
        return splits.stream().flatMap(split -> split.files().stream()).toList();
    }
}
