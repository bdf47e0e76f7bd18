package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.problem.Problem;

/** The first pass over all files: digests, compression, lines. */
final class Survey {
    private final SparkWork jobs;
    private final List<DropWork> works;
    private final List<DropInspection> inspections;

    /** @param inspections one for each drop, in the same order */
    Survey(SparkWork jobs, List<DropWork> works, List<DropInspection> inspections) {
        this.jobs = requireNonNull(jobs, "jobs");
        this.works = requireNonNull(works, "works");
        this.inspections = requireNonNull(inspections, "inspections");
    }

    void run() {
        List<SparkWork.SurveyOrder> orders = new ArrayList<>();
        List<DropWork> owners = new ArrayList<>();
        for (int i = 0; i < works.size(); i++) {
            DropWork work = works.get(i);
            if (work.kept().isPresent()) {
                continue;
            }
            Path folder = new Path(inspections.get(i).folder().path());
            for (ManifestFile file : work.manifest().files()) {
                orders.add(new SparkWork.SurveyOrder(
                        orders.size(),
                        new Path(folder, file.name()).toString(),
                        file,
                        work.drop().place()));
                owners.add(work);
            }
        }
        if (orders.isEmpty()) {
            return;
        }
        List<FileSurvey> surveys = jobs.survey(orders);
        for (int i = 0; i < surveys.size(); i++) {
            owners.get(i).surveys().add(surveys.get(i));
        }
        for (DropWork work : works) {
            List<Problem> problems = work.surveys().stream()
                    .flatMap(survey -> survey.problems().stream())
                    .toList();
            if (!problems.isEmpty()) {
                work.leave(DropState.REJECTED, problems);
            }
        }
    }
}
