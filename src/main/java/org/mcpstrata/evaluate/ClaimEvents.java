package org.mcpstrata.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Evidence.Path;
import org.mcpstrata.model.Table;

/**
 * Final-action claim rows of one person become events. Denied lines are no visits, procedures, conditions or fills;
 * quality-data and CPT II codes count whatever their payment status (decisions.md 9).
 */
final class ClaimEvents {
    private static final EventKind[] SERVICES = {EventKind.ENCOUNTER, EventKind.PROCEDURE, EventKind.SUPPLY};
    private static final Column NDC = Table.PHARMACY_CLAIM.column("ndc_code");
    private static final Column FILL = Table.PHARMACY_CLAIM.column("dispensing_date");
    private static final Column DAYS = Table.PHARMACY_CLAIM.column("days_supply");
    private static final Column FILL_STATUS = Table.PHARMACY_CLAIM.column("claim_status");

    private final CodeIndex index;
    private final List<Event> events = new ArrayList<>();

    ClaimEvents(CodeIndex index) {
        this.index = index;
    }

    /** The events of these rows; rows of other tables are passed over. */
    List<Event> of(List<CanonicalRow> rows) {
        for (Claim claim : claims(rows)) {
            ClaimDiagnoses diagnoses = ClaimDiagnoses.of(claim, index);
            for (ClaimLine line : claim.lines()) {
                line(claim, line, diagnoses);
            }
            whole(claim, diagnoses);
            for (CanonicalRow procedure : claim.procedures()) {
                icdProcedure(claim, procedure);
            }
            events.addAll(diagnoses.conditions());
        }
        for (CanonicalRow row : rows) {
            if (row.table() == Table.PHARMACY_CLAIM) {
                fill(row);
            }
        }
        return events;
    }

    private static Iterable<Claim> claims(List<CanonicalRow> rows) {
        Map<String, Claim> claims = new LinkedHashMap<>();
        for (CanonicalRow row : rows) {
            if (row.table() == Table.MEDICAL_CLAIM) {
                claims.computeIfAbsent(Claim.keyOf(row), Claim::new).addLine(row);
            } else if (row.table() == Table.CLAIM_DIAGNOSIS) {
                claims.computeIfAbsent(Claim.keyOf(row), Claim::new).addDiagnosis(row);
            } else if (row.table() == Table.CLAIM_PROCEDURE) {
                claims.computeIfAbsent(Claim.keyOf(row), Claim::new).addProcedure(row);
            }
        }
        return claims.values();
    }

    private void line(Claim claim, ClaimLine line, ClaimDiagnoses diagnoses) {
        Codes codes = line.number() == 0 ? Codes.NONE : index.codes(line.codings());
        if (codes.sets().length == 0) {
            return;
        }
        String modifier = line.exclusionModifier();
        if (!modifier.isEmpty()) {
            // Reported as not done: no such code may count as met.
            events.add(draft(EventKind.NOT_DONE, claim, line, codes)
                    .reasons(index.codes(List.of("MODIFIER|" + modifier)))
                    .build());
            return;
        }
        if (index.looksFor(EventKind.QUALITY_CODE, codes)) {
            events.add(draft(EventKind.QUALITY_CODE, claim, line, codes).build());
        }
        EventValue reported = index.reportedResult(line.service());
        if (reported != EventValue.MISSING) {
            events.add(draft(EventKind.OBSERVATION, claim, line, codes)
                    .value(reported)
                    .status("final")
                    .build());
        }
        if (line.denied() || ServiceCodes.isCategoryTwo(line.service())) {
            return;
        }
        for (EventKind kind : SERVICES) {
            if (index.looksFor(kind, codes)) {
                events.add(draft(kind, claim, line, codes)
                        .diagnoses(diagnoses.all(), diagnoses.principal())
                        .status(kind == EventKind.ENCOUNTER ? "finished" : "completed")
                        .intent("order")
                        .build());
            }
        }
    }

    private EventDraft draft(EventKind kind, Claim claim, ClaimLine line, Codes codes) {
        return new EventDraft(kind, pathOf(line), line.row())
                .id(claim.key())
                .span(line.span())
                .recorded(claim.linesSpan().first())
                .codes(codes)
                .setting(claim.setting(line))
                .visit(claim.key());
    }

    private Path pathOf(ClaimLine line) {
        if (ServiceCodes.isCategoryTwo(line.service())) {
            return Path.CPT2;
        }
        return index.isQualityCode(line.service()) ? Path.QDC : Path.PROC;
    }

    /** An institutional claim as one visit or stay, known by its type of bill, Medicare claim type and DRG. */
    private void whole(Claim claim, ClaimDiagnoses diagnoses) {
        if (claim.lines().isEmpty() || !claim.isInstitutional() || claim.isDenied()) {
            return;
        }
        CanonicalRow header = claim.header();
        Codes codes = index.codes(claim.billCodings());
        if (!index.looksFor(EventKind.ENCOUNTER, codes)) {
            return;
        }
        events.add(new EventDraft(EventKind.ENCOUNTER, Path.PROC, header)
                .id(claim.key())
                .span(claim.span())
                .recorded(claim.span().first())
                .codes(codes)
                .diagnoses(diagnoses.all(), diagnoses.principal())
                .disposition(index.codes(claim.dischargeCodings()))
                .status("finished")
                .setting(claim.setting(claim.lines().get(0)))
                .visit(claim.key())
                .build());
    }

    private void icdProcedure(Claim claim, CanonicalRow row) {
        Codes codes = index.codes(row);
        if (claim.isDenied() || !index.looksFor(EventKind.PROCEDURE, codes)) {
            return;
        }
        Span performed = Span.of(row.date("procedure_date"), row.date("procedure_date"));
        events.add(new EventDraft(EventKind.PROCEDURE, Path.PROC, row)
                .id(claim.key())
                .span(performed.isKnown() || claim.lines().isEmpty() ? performed : claim.span())
                .codes(codes)
                .status("completed")
                .visit(claim.key())
                .build());
    }

    /** A fill supplies from its day over its days of supply; without them that one day. */
    private void fill(CanonicalRow row) {
        String ndc = row.text(NDC);
        if (ndc == null || "denied".equals(row.text(FILL_STATUS))) {
            return;
        }
        Codes codes = index.codes(List.of("NDC|" + ndc));
        if (!index.looksFor(EventKind.DISPENSING, codes)) {
            return;
        }
        int first = Span.dayOf(row.date(FILL));
        Integer days = row.integer(DAYS);
        events.add(new EventDraft(EventKind.DISPENSING, Path.PROC, row)
                .id(EventDraft.id(row, row.text("claim_id")))
                .span(Span.days(first, first + Math.max(1, days == null ? 1 : days) - 1))
                .recorded(first)
                .codes(codes)
                .status("completed")
                .build());
    }
}
