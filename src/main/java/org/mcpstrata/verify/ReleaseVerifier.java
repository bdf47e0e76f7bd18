package org.mcpstrata.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mcpstrata.model.Progress;

/** Holds a release, together with everything published earlier, to the statement of {@code public-tier.md}. */
public final class ReleaseVerifier {
    private ReleaseVerifier() {}

    /**
     * Verifies a release.
     *
     * @param release the folder of the release
     * @param earlier folders of all earlier releases, oldest first; what they show is known to everybody
     */
    public static Verification verify(Path release, List<Path> earlier, Progress progress) throws IOException {
        List<Release> all = new ArrayList<>();
        for (Path folder : earlier) {
            progress.reached("reading releases", all.size(), earlier.size() + 1L);
            all.add(Release.read(folder));
        }
        Release newest = Release.read(release);
        all.add(newest);
        Rule rule = Rule.STATEMENT;
        Conclusions conclusions = new Conclusions(rule);
        new FileChecks(newest, conclusions).check();
        new RowChecks(newest, rule, conclusions).check();
        new TableChecks(newest, conclusions).check();
        ComparisonSides sides = new ComparisonSides(newest.rows(Release.RESULT));
        new ComparisonChecks(newest, sides, rule, conclusions).check();
        new SummaryChecks(newest, sides, rule, conclusions).check();
        progress.reached("adding up all releases", 0, 0);
        Views views = new Views(all, conclusions);
        new StepChecks(newest, views, conclusions).check();
        new GuardChecks(newest, views, conclusions).check();
        new ProgramChecks(all, conclusions).check();
        new EventRateChecks(newest, new Described(newest, views), conclusions).check();
        new Releases(views, conclusions).tell(all);
        conclusions.draw(progress);
        List<Finding> findings = conclusions.findings().stream()
                .distinct()
                .sorted(Comparator.comparing(Finding::breach).thenComparing(Finding::place))
                .toList();
        List<ReadRow> rows = newest.rows(Release.RESULT);
        return new Verification(
                newest.name(),
                earlier.size(),
                rows.size(),
                rows.stream()
                        .filter(row -> row.text("suppression").equals("HIDDEN"))
                        .count(),
                conclusions.hiddenPlaces(),
                conclusions.tightest(),
                findings);
    }
}
