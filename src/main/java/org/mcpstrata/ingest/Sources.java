package org.mcpstrata.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.layout.Coding;
import org.mcpstrata.layout.Medications;
import org.mcpstrata.problem.Problems;

/** What is to be read of a surveyed drop, and what its records need to know of one another. */
final class Sources {
    private Sources() {}

    /** The sections of a drop with their plans; a header or frame that cannot be used is a problem. */
    static List<ReadingPlan.Source> of(DropWork work, DropFolder folder, Problems problems) {
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
                                work.drop().place(),
                                problems)
                        .ifPresent(plan ->
                                sources.add(new ReadingPlan.Source(work.drop().rank(), plan, path.toString())));
            }
        }
        return sources;
    }

    /** The Medication resources of each drop that has any, by drop key. */
    static Map<String, Medications> medications(List<DropWork> works) {
        Map<String, Medications> byDrop = new HashMap<>();
        for (DropWork work : works) {
            Map<String, List<Coding>> byId = new HashMap<>();
            if (work.isAccepted()) {
                work.surveys().forEach(survey -> survey.medications().forEach(byId::putIfAbsent));
            }
            if (!byId.isEmpty()) {
                byDrop.put(work.drop().key(), new Medications(byId));
            }
        }
        return byDrop;
    }
}
