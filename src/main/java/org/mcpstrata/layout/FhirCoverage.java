package org.mcpstrata.layout;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;

/**
 * Coverage: one span of enrollment. A coverage that was never in force or was taken back, has no dates or names no payment
 * covers no day and becomes no row (inputs.md 3).
 */
final class FhirCoverage implements FhirMapping {
    private static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);
    private static final Set<String> NEVER_IN_FORCE = Set.of("entered-in-error", "draft");
    private static final Map<String, String> TYPOLOGY = ShortNames.load("/layout/payment-typology.txt");

    @Override
    public List<CanonicalRow> rows(FhirResource coverage) {
        FhirNode root = coverage.root();
        String member = coverage.patient("beneficiary");
        String status = root.text("status");
        FhirNode period = root.child("period");
        FhirDateTime start = period == null ? null : period.dateTime("start");
        LineOfBusiness line = lineOfBusiness(coverage);
        if (status != null && NEVER_IN_FORCE.contains(status) || start == null || line == LineOfBusiness.NONE) {
            return List.of();
        }
        FhirDateTime end = period.dateTime("end");
        LocalDate last = end == null ? OPEN_END : end.last();
        boolean endsBeforeItsStart = last.isBefore(start.first());
        // What was taken back is called cancelled, and what has ended, too; only the latter has an end (decision 101).
        if ("cancelled".equals(status) && (end == null || endsBeforeItsStart)) {
            return List.of();
        }
        if (endsBeforeItsStart) {
            throw new FieldProblem(ProblemCode.FIELD_VALUE, "period");
        }
        return List.of(coverage.row(Table.ELIGIBILITY, member)
                .set("subscriber_id", root.text("subscriberId"))
                .set("enrollment_start_date", start.first())
                .set("enrollment_end_date", last)
                .set("payer_type", line.name())
                .set("plan", plan(root))
                .build());
    }

    /** The coverage's own type where it is a known typology code, else what the manifest says. */
    private static LineOfBusiness lineOfBusiness(FhirResource coverage) {
        for (Coding type : coverage.root().codings("type")) {
            if (type.system().equals("SOP")) {
                for (int length = type.code().length(); length > 0; length--) {
                    String line = TYPOLOGY.get(type.code().substring(0, length));
                    if (line != null) {
                        return LineOfBusiness.valueOf(line);
                    }
                }
            }
        }
        // A registry covers nobody, but a coverage it passes on is somebody's.
        return coverage.lineOfBusiness() == LineOfBusiness.NONE ? LineOfBusiness.OTHER : coverage.lineOfBusiness();
    }

    private static String plan(FhirNode root) {
        for (FhirNode group : root.children("class")) {
            if ("plan".equals(FhirResource.firstCode(group.codings("type")))) {
                return group.text("value");
            }
        }
        return null;
    }
}
