package org.mcpstrata.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * What a page says of itself before any figure.
 *
 * @param id the run, or the release
 * @param program the program's title
 * @param payersPresent payers whose drops are in the run, in order
 * @param payersAbsent payers without an accepted drop, in order
 */
public record ReportHead(
        Tier tier,
        String id,
        String program,
        LocalDate periodStart,
        LocalDate periodEnd,
        List<String> payersPresent,
        List<String> payersAbsent) {
    public ReportHead {
        requireNonNull(tier, "tier");
        requireNonNull(id, "id");
        requireNonNull(program, "program");
        requireNonNull(periodStart, "periodStart");
        requireNonNull(periodEnd, "periodEnd");
        payersPresent = List.copyOf(payersPresent);
        payersAbsent = List.copyOf(payersAbsent);
    }
}
