package org.mcpstrata.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.RowBuilder;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;

/** Patient: who the member is, under which identifiers others know them, and what they said about themselves. */
final class FhirPatient implements FhirMapping {
    private static final String MBI_SYSTEM = "http://hl7.org/fhir/sid/us-mbi";
    private static final String PAYER_SYSTEM = "urn:payer:";
    private static final String PRACTICE_SYSTEM = "urn:practice";

    private final FhirDemographics demographics = new FhirDemographics();

    @Override
    public List<CanonicalRow> rows(FhirResource patient) {
        List<CanonicalRow> rows = new ArrayList<>();
        List<CanonicalRow> links = new ArrayList<>();
        String mbi = readIdentifiers(patient, links);
        rows.add(person(patient, mbi));
        rows.addAll(links);
        rows.addAll(demographics.rows(patient));
        return rows;
    }

    private static CanonicalRow person(FhirResource patient, String mbi) {
        FhirNode root = patient.root();
        RowBuilder row = patient.row(Table.PATIENT, patient.id()).set("mbi", mbi);
        FhirDateTime birth = root.dateTime("birthDate");
        // A year or month alone is no birthday: such a person is in no initial population.
        row.set("birth_date", birth != null && birth.isDay() ? birth.first() : null);
        String gender = root.text("gender");
        if (gender != null) {
            row.set("gender", gender(gender));
        }
        FhirDateTime death = root.dateTime("deceasedDateTime");
        row.set("death_date", death == null ? null : death.last());
        setName(row, root.children("name"));
        setAddress(row, address(root.children("address")));
        return row.set("practice_id", practice(root.child("managingOrganization")))
                .build();
    }

    private static String gender(String delivered) {
        return switch (delivered) {
            case "male", "female" -> delivered;
            case "other", "unknown" -> "unknown";
            default -> throw new FieldProblem(ProblemCode.FIELD_VALUE, "gender");
        };
    }

    /** The official name, or else the first one. */
    private static void setName(RowBuilder row, List<FhirNode> names) {
        FhirNode chosen = null;
        for (FhirNode name : names) {
            if (chosen == null || "official".equals(name.text("use")) && !"official".equals(chosen.text("use"))) {
                chosen = name;
            }
        }
        if (chosen != null) {
            row.set("first_name", chosen.firstText("given")).set("last_name", chosen.text("family"));
        }
    }

    @Override
    public boolean losesZip(FhirResource patient) {
        FhirNode address = address(patient.root().children("address"));
        String zip = address == null ? null : address.text("postalCode");
        return zip != null && !isZip(zip);
    }

    private static boolean isZip(String text) {
        return text.matches("\\d{5}(-?\\d{4})?");
    }

    /** The home address, or else the first one that is not old; null without any. */
    private static FhirNode address(List<FhirNode> addresses) {
        FhirNode chosen = null;
        for (FhirNode address : addresses) {
            String use = address.text("use");
            if (!"old".equals(use) && (chosen == null || "home".equals(use) && !"home".equals(chosen.text("use")))) {
                chosen = address;
            }
        }
        return chosen;
    }

    private static void setAddress(RowBuilder row, FhirNode address) {
        if (address == null) {
            return;
        }
        String zip = address.text("postalCode");
        String state = address.text("state");
        row.set("address_zip", zip != null && isZip(zip) ? zip.substring(0, 5) : null)
                .set("address_county", address.text("district"))
                .set(
                        "address_state",
                        state != null && state.matches("[A-Za-z]{2}") ? state.toUpperCase(Locale.ROOT) : null);
    }

    private static String practice(FhirNode organization) {
        if (organization == null) {
            return null;
        }
        FhirNode identifier = organization.child("identifier");
        if (identifier != null && PRACTICE_SYSTEM.equals(identifier.text("system"))) {
            return identifier.text("value");
        }
        String text = organization.text("reference");
        String id = text == null ? "" : FhirReference.parse(text).id();
        return id.isEmpty() ? null : id;
    }

    /** Adds one link row for each MBI and payer identifier; answers the MBI in force: the one that took effect last. */
    private static String readIdentifiers(FhirResource patient, List<CanonicalRow> links) {
        String current = null;
        LocalDate currentFrom = null;
        boolean currentEnded = true;
        for (FhirNode identifier : patient.root().children("identifier")) {
            String system = identifier.text("system");
            String value = identifier.text("value");
            if (system == null || value == null) {
                continue;
            }
            FhirNode period = identifier.child("period");
            FhirDateTime from = period == null ? null : period.dateTime("start");
            LocalDate effective = from == null ? null : from.first();
            if (system.equals(MBI_SYSTEM)) {
                String mbi = MbiText.parse(value, identifier.at("value"));
                boolean ended = period != null && period.has("end");
                links.add(patient.row(Table.MBI_CROSSWALK, patient.id())
                        .set("mbi", mbi)
                        .set("effective_date", effective)
                        .build());
                if (current == null || replaces(ended, effective, currentEnded, currentFrom)) {
                    current = mbi;
                    currentFrom = effective;
                    currentEnded = ended;
                }
            } else if (system.startsWith(PAYER_SYSTEM) && system.length() > PAYER_SYSTEM.length()) {
                links.add(patient.row(Table.MBI_CROSSWALK, patient.id())
                        .set("other_payer_id", system.substring(PAYER_SYSTEM.length()))
                        .set("other_member_id", value)
                        .set("effective_date", effective)
                        .build());
            }
        }
        return current;
    }

    private static boolean replaces(boolean ended, LocalDate from, boolean currentEnded, LocalDate currentFrom) {
        if (ended != currentEnded) {
            return currentEnded;
        }
        return from != null && (currentFrom == null || from.isAfter(currentFrom));
    }
}
