package org.mcpstrata.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.CoverageSpan;
import org.mcpstrata.model.EvidenceTier;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.PersonDraft;
import org.mcpstrata.model.Practice;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.model.ResolvedAttribute;
import org.mcpstrata.model.RowBuilder;
import org.mcpstrata.model.Table;

/** One invented person and their canonical rows, told event by event. */
final class Story {
    private static final String PAYER = "north";
    private static final String MEMBER = "m1";

    private final String birthDate;
    private final List<CanonicalRow> rows = new ArrayList<>();
    private final List<CoverageSpan> coverage = new ArrayList<>();
    private Map<Attribute, ResolvedAttribute> attributes = Map.of();
    private final SortedMap<Integer, Practice> attributed = new TreeMap<>();
    private int memberMonths = 12;
    private int serial;
    private String deathDate;

    private Story(String birthDate) {
        this.birthDate = birthDate;
    }

    static Story born(String birthDate) {
        return new Story(birthDate);
    }

    Person person() {
        return new PersonDraft("person-1")
                .members(List.of(new Member(PAYER, MEMBER)))
                .born(date(birthDate))
                .died(deathDate == null ? null : date(deathDate))
                .covered(coverage)
                .with(attributes)
                .medicare("NOT_APPLICABLE", "NOT_APPLICABLE")
                .attributed(attributed)
                .months(memberMonths)
                .build();
    }

    List<CanonicalRow> rows() {
        return List.copyOf(rows);
    }

    Story covered(LineOfBusiness line, String start, String end) {
        coverage.add(new CoverageSpan(PAYER, line, date(start), date(end)));
        return this;
    }

    /** The day of death; null while alive. */
    Story died(String day) {
        this.deathDate = day;
        return this;
    }

    /** The settled answer to the question of sex: {@code F} or {@code M}. */
    Story sex(String answer) {
        this.attributes = Map.of(
                Attribute.SEX, new ResolvedAttribute(List.of(answer), null, EvidenceTier.ADMINISTRATIVE, false, false));
        return this;
    }

    /** Some practice has the person on the 15th of a month. */
    Story attributed(int month) {
        attributed.put(month, new Practice("PR1", "", "", "NJ", 2, "STANDARD"));
        return this;
    }

    Story memberMonths(int months) {
        this.memberMonths = months;
        return this;
    }

    /** A finished ambulatory visit of one day. */
    Story visit(String day, String coding) {
        return encounter("visit-" + serial, "finished", "AMB", day, day, coding);
    }

    Story encounter(String id, String status, String classCode, String start, String end, String coding) {
        return row(clinical(Table.ENCOUNTER, "encounter_id", id)
                .set("status", status)
                .set("encounter_class", classCode)
                .set("encounter_start_date", date(start))
                .set("encounter_end_date", date(end))
                .set("code_system", system(coding))
                .set("code", code(coding)));
    }

    /** A finished inpatient stay that ended in a disposition. */
    Story stay(String start, String end, String coding, String disposition) {
        return row(clinical(Table.ENCOUNTER, "encounter_id", "stay-" + serial)
                .set("status", "finished")
                .set("encounter_class", "IMP")
                .set("encounter_start_date", date(start))
                .set("encounter_end_date", date(end))
                .set("code_system", system(coding))
                .set("code", code(coding))
                .set("discharge_disposition_system", system(disposition))
                .set("discharge_disposition_code", code(disposition)));
    }

    /** A visit whose diagnosis is a condition of the record. */
    Story visitFor(String day, String coding, String conditionId) {
        return row(clinical(Table.ENCOUNTER, "encounter_id", "visit-" + serial)
                .set("status", "finished")
                .set("encounter_class", "AMB")
                .set("encounter_start_date", date(day))
                .set("encounter_end_date", date(day))
                .set("code_system", system(coding))
                .set("code", code(coding))
                .set("diagnosis_condition_ids", List.of(conditionId)));
    }

    /** An active, confirmed problem-list item. */
    Story condition(String coding, String onset) {
        return condition("condition-" + serial, coding, "active", "confirmed", onset, null);
    }

    Story condition(String id, String coding, String clinical, String verification, String onset, String abatement) {
        return row(clinical(Table.CONDITION, "condition_id", id)
                .set("clinical_status", clinical)
                .set("verification_status", verification)
                .set("category", List.of("problem-list-item"))
                .set("code_system", system(coding))
                .set("code", code(coding))
                .set("onset_date", date(onset))
                .set("abatement_date", date(abatement)));
    }

    Story procedure(String coding, String status, String start, String end) {
        return row(clinical(Table.PROCEDURE, "procedure_id", "procedure-" + serial)
                .set("status", status)
                .set("procedure_start_date", date(start))
                .set("procedure_end_date", date(end))
                .set("code_system", system(coding))
                .set("code", code(coding)));
    }

    Story order(String kind, String coding, String status, String intent, String day) {
        return row(clinical(Table.SERVICE_REQUEST, "request_id", "request-" + serial)
                .set("kind", kind)
                .set("status", status)
                .set("intent", intent)
                .set("authored_date", date(day))
                .set("code_system", system(coding))
                .set("code", code(coding)));
    }

    Story forbiddenOrder(String kind, String coding, String day) {
        return row(clinical(Table.SERVICE_REQUEST, "request_id", "request-" + serial)
                .set("kind", kind)
                .set("status", "active")
                .set("intent", "order")
                .set("do_not_perform", true)
                .set("authored_date", date(day))
                .set("code_system", system(coding))
                .set("code", code(coding)));
    }

    /** An active order of a medication. */
    Story medicationOrder(String coding, String day, Integer daysSupply, Integer refills) {
        return row(clinical(Table.MEDICATION, "medication_id", "medication-" + serial)
                .set("kind", "REQUEST")
                .set("status", "active")
                .set("intent", "order")
                .set("authored_date", date(day))
                .set("days_supply", daysSupply)
                .set("refills", refills)
                .set("code_system", system(coding))
                .set("code", code(coding)));
    }

    /** A final laboratory result in percent. */
    Story lab(String coding, String day, String value) {
        return lab(coding, day, value, "%");
    }

    Story lab(String coding, String day, String value, String unit) {
        return row(observation(coding, "final", day, day)
                .set("category", List.of("laboratory"))
                .set("value_kind", value == null ? null : "QUANTITY")
                .set("value", value)
                .set("unit", value == null ? null : unit));
    }

    /** A final laboratory result in percent at a time of day, or at an unknown one. */
    Story timedLab(String coding, String day, String time, String value) {
        return row(observation(coding, "final", day, day)
                .set("observation_time", time)
                .set("observation_end_time", time)
                .set("value_kind", "QUANTITY")
                .set("value", value)
                .set("unit", "%"));
    }

    Story labWithComparator(String coding, String day, String comparator, String value) {
        return row(observation(coding, "final", day, day)
                .set("category", List.of("laboratory"))
                .set("value_kind", "QUANTITY")
                .set("comparator", comparator)
                .set("value", value)
                .set("unit", "%"));
    }

    Story labText(String coding, String day, String text) {
        return row(observation(coding, "final", day, day)
                .set("category", List.of("laboratory"))
                .set("value_kind", "TEXT")
                .set("value", text));
    }

    /** A final assessment with a coded answer. */
    Story answer(String coding, String start, String end, String answer) {
        return answer(coding, "final", start, end, answer);
    }

    Story answer(String coding, String status, String start, String end, String answer) {
        return row(observation(coding, status, start, end)
                .set("category", List.of("survey"))
                .set("value_kind", "CODE")
                .set("value_code_system", system(answer))
                .set("value_code", code(answer)));
    }

    /** One component of a blood pressure reading, linked to no visit. */
    Story pressure(String coding, String day, String value) {
        return pressure(coding, day, value, null);
    }

    Story pressure(String coding, String day, String value, String encounterId) {
        return row(observation(coding, "final", day, day)
                .set("category", List.of("vital-signs"))
                .set("value_kind", value == null ? null : "QUANTITY")
                .set("value", value)
                .set("unit", value == null ? null : "mm[Hg]")
                .set("encounter_id", encounterId));
    }

    /** A reading that only says the pressure was below a number. */
    Story pressureBelow(String coding, String day, String limit) {
        return row(observation(coding, "final", day, day)
                .set("value_kind", "QUANTITY")
                .set("comparator", "<")
                .set("value", limit)
                .set("unit", "mm[Hg]"));
    }

    private RowBuilder observation(String coding, String status, String start, String end) {
        return clinical(Table.OBSERVATION, "observation_id", "observation-" + serial)
                .set("status", status)
                .set("observation_date", date(start))
                .set("observation_end_date", date(end))
                .set("code_system", system(coding))
                .set("code", code(coding));
    }

    /** A professional claim of one line, paid, in the office. */
    Story claim(String day, String service, String... diagnoses) {
        return claim(new ClaimStory("claim-" + serial).line(day, service).diagnoses(diagnoses));
    }

    Story claim(ClaimStory claim) {
        for (RowBuilder row : claim.rows()) {
            row(row.provenance(next(), MEMBER));
        }
        return this;
    }

    /** A claim whose first line came again after the person's number changed; what else it tells came before. */
    Story claimUnderTwoNumbers(ClaimStory claim) {
        String number = "m2";
        for (RowBuilder row : claim.rows()) {
            row(row.provenance(next(), number));
            number = MEMBER;
        }
        return this;
    }

    Story fill(String ndc, String day, Integer daysSupply, String status) {
        return row(clinical(Table.PHARMACY_CLAIM, "claim_id", "fill-" + serial)
                .set("claim_line_number", 1)
                .set("record_version", 0)
                .set("adjustment_type", "ORIGINAL")
                .set("dispensing_date", date(day))
                .set("ndc_code", ndc)
                .set("days_supply", daysSupply)
                .set("claim_status", status));
    }

    private Story row(RowBuilder row) {
        rows.add(row.build());
        return this;
    }

    private RowBuilder clinical(Table table, String idColumn, String id) {
        return new RowBuilder(table).provenance(next(), MEMBER).set(idColumn, id);
    }

    private Provenance next() {
        serial++;
        return new Provenance(PAYER, "drop-1", "file.ndjson", serial);
    }

    static LocalDate date(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    static String system(String coding) {
        return coding.substring(0, coding.indexOf('|'));
    }

    static String code(String coding) {
        return coding.substring(coding.indexOf('|') + 1);
    }
}
