package org.mcpstrata.verify;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;

/** Whether of the rates of a measure that count events of the same people only one is published. */
final class EventRateChecks {
    private final Release release;
    private final Described described;
    private final Conclusions conclusions;

    EventRateChecks(Release release, Described described, Conclusions conclusions) {
        this.release = requireNonNull(release, "release");
        this.described = requireNonNull(described, "described");
        this.conclusions = requireNonNull(conclusions, "conclusions");
    }

    void check() {
        Map<String, String> rateOf = new HashMap<>();
        for (ReadRow row : release.rows(Release.RESULT)) {
            String verdicts = Generations.verdicts(row, described);
            Described.Rate rate = described.rate(row.text("measure_id"), verdicts);
            if (row.text("scoring").equals("RATE")
                    && rate != null
                    && !rate.population().isEmpty()) {
                String people = Generations.measure(row) + "|" + rate.population();
                if (!rateOf.computeIfAbsent(people, key -> verdicts).equals(verdicts)) {
                    conclusions.find(
                            Breach.NOT_FOR_PUBLICATION,
                            release.name() + ", " + Release.place(row),
                            "another rate counts events of the same people");
                }
            }
        }
    }
}
