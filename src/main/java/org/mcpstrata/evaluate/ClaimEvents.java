package org.mcpstrata.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mcpstrata.measure.EventKind;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;

/**
 * Final-action medical claims of one person as events. A billed line is one event that clauses of several kinds may
 * find; a denied one only as quality code or coded result (founding decision 9).
 */
final class ClaimEvents {
    private static final Column LINE_CLAIM = Table.MEDICAL_CLAIM.column("claim_id");
    private static final Column LINE_VERSION = Table.MEDICAL_CLAIM.column("record_version");
    private static final Column DX_CLAIM = Table.CLAIM_DIAGNOSIS.column("claim_id");
    private static final Column DX_VERSION = Table.CLAIM_DIAGNOSIS.column("record_version");
    private static final Column DX_LINE = Table.CLAIM_DIAGNOSIS.column("claim_line_number");
    private static final Column DX_ROLE = Table.CLAIM_DIAGNOSIS.column("role");
    private static final Column DX_SYSTEM = Table.CLAIM_DIAGNOSIS.column("code_system");
    private static final Column DX_CODE = Table.CLAIM_DIAGNOSIS.column("code");
    private static final Column DX_SEQUENCE = Table.CLAIM_DIAGNOSIS.column("sequence");
    private static final Column DX_START = Table.CLAIM_DIAGNOSIS.column("claim_start_date");
    private static final Column DX_END = Table.CLAIM_DIAGNOSIS.column("claim_end_date");
    private static final Map<String, Pattern> EXTERNAL_CAUSES =
            Map.of("ICD10CM", Pattern.compile("[V-Y][0-9].*"), "ICD9CM", Pattern.compile("E[0-9].*"));
    private static final Column PX_CLAIM = Table.CLAIM_PROCEDURE.column("claim_id");
    private static final Column PX_VERSION = Table.CLAIM_PROCEDURE.column("record_version");
    private static final Column PX_SYSTEM = Table.CLAIM_PROCEDURE.column("code_system");
    private static final Column PX_CODE = Table.CLAIM_PROCEDURE.column("code");
    private static final Column PX_DATE = Table.CLAIM_PROCEDURE.column("procedure_date");

    private final Interest interest;
    private final RowCodes index;
    private final List<Event> events = new ArrayList<>();

    ClaimEvents(Interest interest) {
        this.interest = interest;
        this.index = interest.codes();
    }

    /** The events of these rows; rows of other tables are passed over. */
    List<Event> of(List<CanonicalRow> rows) {
        for (Claim claim : claims(rows)) {
            if (claim.lines().isEmpty()) {
                // Diagnoses of a claim that final action took away went with it.
                continue;
            }
            claim.look(index);
            Codes all = diagnoses(claim, false);
            Codes principal = diagnoses(claim, true);
            Codes disposition = index.of(claim.dischargeCodings());
            for (int i = 0; i < claim.lines().size(); i++) {
                line(claim, i, all, principal, disposition);
            }
            for (CanonicalRow row : claim.diagnoses()) {
                condition(claim, row);
            }
            for (CanonicalRow row : claim.procedures()) {
                procedure(claim, row);
            }
        }
        return events;
    }

    private Iterable<Claim> claims(List<CanonicalRow> rows) {
        Map<String, Claim> claims = new LinkedHashMap<>();
        for (CanonicalRow row : rows) {
            if (row.table() == Table.MEDICAL_CLAIM) {
                claim(claims, Claim.keyOf(row, LINE_CLAIM, LINE_VERSION)).addLine(row);
            } else if (row.table() == Table.CLAIM_DIAGNOSIS) {
                claim(claims, Claim.keyOf(row, DX_CLAIM, DX_VERSION)).addDiagnosis(row);
            } else if (row.table() == Table.CLAIM_PROCEDURE) {
                claim(claims, Claim.keyOf(row, PX_CLAIM, PX_VERSION)).addProcedure(row);
            }
        }
        return claims.values();
    }

    private static Claim claim(Map<String, Claim> claims, String key) {
        return claims.computeIfAbsent(key, Claim::new);
    }

    private void line(Claim claim, int position, Codes all, Codes principal, Codes disposition) {
        ClaimLine line = claim.lines().get(position);
        Codes codes = claim.codesOf(position);
        if (!claim.isService(line) || codes.sets().length == 0 && !interest.isResult(line.service())) {
            return;
        }
        events.add(new EventDraft(EventKind.CLAIM_LINE, claim.key(), line.row())
                .span(claim.daysOf(line))
                .codes(codes)
                .diagnoses(all, principal)
                .disposition(disposition)
                .setting(claim.setting(line))
                .billed(claim, line)
                .build());
    }

    private Codes diagnoses(Claim claim, boolean principalOnly) {
        List<String> codings = new ArrayList<>();
        for (CanonicalRow row : claim.diagnoses()) {
            boolean principal =
                    "principal".equals(row.text(DX_ROLE)) || row.integer(DX_SEQUENCE) == 1 && isDiagnosis(row);
            if (isDiagnosis(row) && (principal || !principalOnly)) {
                codings.add(row.text(DX_SYSTEM) + '|' + row.text(DX_CODE));
            }
        }
        return index.of(codings);
    }

    /** What brought a person to the door is not yet what was found, and what caused an injury is no disease. */
    private static boolean isDiagnosis(CanonicalRow row) {
        String role = row.text(DX_ROLE);
        return !"admitting".equals(role) && !isExternalCause(row);
    }

    private static boolean isExternalCause(CanonicalRow row) {
        return "external_cause".equals(row.text(DX_ROLE));
    }

    /**
     * A fall is evidence of frailty (measures.md 3.3) and stands among the external causes of institutional claims: there, a
     * code of that chapter is a fact, and a code of a disease is none.
     */
    private static boolean isFact(CanonicalRow row) {
        if (!isExternalCause(row)) {
            return isDiagnosis(row);
        }
        Pattern causes = EXTERNAL_CAUSES.get(row.text(DX_SYSTEM));
        return causes != null && causes.matcher(row.text(DX_CODE)).matches();
    }

    private void condition(Claim claim, CanonicalRow row) {
        int number = row.integer(DX_LINE);
        Codes codes = index.of(row, DX_SYSTEM, DX_CODE, null);
        if (codes.sets().length == 0 || !isFact(row) || claim.isDenied(number)) {
            return;
        }
        ClaimLine line = claim.line(number);
        Span span = line == null ? claim.fromThru() : claim.daysOf(line);
        events.add(new EventDraft(EventKind.CONDITION, claim.key(), row)
                .span(span.isKnown() ? span : Span.of(row.date(DX_START), orElse(row, DX_END, DX_START)))
                .codes(codes)
                .billed(claim, line)
                .build());
    }

    private void procedure(Claim claim, CanonicalRow row) {
        Codes codes = index.of(row, PX_SYSTEM, PX_CODE, null);
        if (codes.sets().length == 0 || claim.isDenied()) {
            return;
        }
        events.add(new EventDraft(EventKind.PROCEDURE, claim.key(), row)
                .span(row.date(PX_DATE) == null ? claim.fromThru() : Span.of(row.date(PX_DATE), row.date(PX_DATE)))
                .codes(codes)
                .billed(claim, null)
                .build());
    }

    private static LocalDate orElse(CanonicalRow row, Column wanted, Column fallback) {
        return row.date(wanted) == null ? row.date(fallback) : row.date(wanted);
    }
}
