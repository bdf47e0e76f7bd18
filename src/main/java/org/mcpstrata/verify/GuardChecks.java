package org.mcpstrata.verify;

import java.util.Set;
import java.util.TreeSet;

/**
 * Whether strata of sexual orientation, gender identity and tribal affiliation are published for states and the program as a
 * whole only, and crossed with nothing.
 */
final class GuardChecks {
    private static final Set<String> GUARDED = Set.of("SEXUAL_ORIENTATION", "GENDER_IDENTITY", "TRIBAL_AFFILIATION");

    private final Release release;
    private final Views views;
    private final Conclusions conclusions;

    GuardChecks(Release release, Views views, Conclusions conclusions) {
        this.release = release;
        this.views = views;
        this.conclusions = conclusions;
    }

    void check() {
        for (ReadRow row : release.rows(Release.RESULT)) {
            Cell cell = Release.cell(row);
            Set<String> axes = new TreeSet<>(row.map("components").keySet());
            views.find(cell.stratifier()).ifPresent(view -> view.strata()
                    .values()
                    .forEach(stratum -> axes.addAll(stratum.components().keySet())));
            boolean crossed = axes.stream().anyMatch(this::isGuarded);
            boolean split =
                    cell.entityType().equals(Cell.PRACTICE) || !cell.scope().equals(Cell.EVERYBODY);
            if (crossed || split && isGuarded(cell.stratifier())) {
                conclusions.find(
                        Breach.NOT_FOR_PUBLICATION,
                        release.name() + ", " + Release.place(row) + ", stratifier_id",
                        "for states and the program as a whole only, and never crossed");
            }
        }
    }

    private boolean isGuarded(String stratifier) {
        return views.find(stratifier)
                .filter(view -> GUARDED.contains(view.attribute()))
                .isPresent();
    }
}
