package org.mcpstrata.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.layout.Coding;
import org.mcpstrata.layout.Medications;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.quality.ApcdTerms;

/** What is to be read of a surveyed drop, and what its records need to know of one another. */
final class Sources {
    private Sources() {}

    /**
     * The sections of a drop with their plans; a header or frame that cannot be used is a problem.
     *
     * @param terms what is agreed with the payer about its APCD files
     */
    static List<ReadingPlan.Source> of(DropWork work, DropFolder folder, ApcdTerms terms, Problems problems) {
        List<ReadingPlan.Source> sources = new ArrayList<>();
        for (int f = 0; f < work.manifest().files().size(); f++) {
            ManifestFile file = work.manifest().files().get(f);
            Path path = new Path(folder.path(), file.name());
            FileSurvey survey = work.surveys().get(f);
            for (Section section : survey.sections()) {
                Readers.plan(
                                section,
                                file,
                                DropDates.facts(work.manifest(), section),
                                survey.amounts(),
                                terms,
                                work.drop().place(),
                                problems)
                        .ifPresent(plan ->
                                sources.add(new ReadingPlan.Source(work.drop().rank(), plan, path.toString())));
            }
        }
        return sources;
    }

    /**
     * The Medication resources that each drop may refer to, by drop key: its own and those of older drops of the payer, but
     * where it tells all of them anew.
     */
    static Map<String, Medications> medications(List<DropWork> oldestFirst) {
        Map<String, Medications> ofPayer = new HashMap<>();
        Map<String, Medications> byDrop = new HashMap<>();
        for (DropWork work : oldestFirst) {
            if (!work.isAccepted() || !work.manifest().has(FileFormat.FHIR_NDJSON)) {
                continue;
            }
            String payer = work.manifest().payer();
            boolean anew = work.manifest().tellsAnew(FileFormat.FHIR_NDJSON, FileFormat.MEDICATIONS);
            Medications before = anew ? Medications.NONE : ofPayer.getOrDefault(payer, Medications.NONE);
            Medications known = before.and(own(work));
            ofPayer.put(payer, known);
            if (!known.byId().isEmpty()) {
                byDrop.put(work.drop().key(), known);
            }
        }
        return byDrop;
    }

    private static Map<String, List<Coding>> own(DropWork work) {
        Map<String, List<Coding>> own = new HashMap<>();
        work.surveys().forEach(survey -> survey.medications().forEach(own::putIfAbsent));
        return own;
    }
}
