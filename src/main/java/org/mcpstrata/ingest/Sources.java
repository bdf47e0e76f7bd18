package org.mcpstrata.ingest;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.quality.ApcdTerms;

/** What is to be read of a surveyed drop. */
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
}
