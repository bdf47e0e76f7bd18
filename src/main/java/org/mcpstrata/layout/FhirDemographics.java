package org.mcpstrata.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.RowBuilder;
import org.mcpstrata.model.Table;

/**
 * What a Patient resource states about race, ethnicity, sex, gender identity, language, interpreter need and tribal
 * affiliation: evidence rows in the forms of the demographics table, resolved much later (stratification.md 2.2).
 */
final class FhirDemographics {
    private static final String SELF_REPORT = "SELF_REPORT";
    private static final String ADMINISTRATIVE = "ADMINISTRATIVE";
    private static final String DATA_ABSENT = "DATAABSENT";
    private static final Coding MALE = new Coding("SNOMED", "248153007");
    private static final Coding FEMALE = new Coding("SNOMED", "248152002");
    private static final Coding SOME_OTHER_RACE = new Coding("CDCREC", "2131-1");

    List<CanonicalRow> rows(FhirResource patient) {
        List<CanonicalRow> rows = new ArrayList<>();
        addCategories(rows, patient, "us-core-race", "race");
        addCategories(rows, patient, "us-core-ethnicity", "ethnicity");
        addSex(rows, patient);
        addGenderIdentity(rows, patient);
        addLanguage(rows, patient);
        for (FhirNode extension : named(patient, "us-core-interpreter-needed")) {
            add(rows, patient, "interpreter_need", SELF_REPORT, coding(extension));
        }
        for (FhirNode extension : named(patient, "patient-interpreterRequired")) {
            Boolean needed = extension.flag("valueBoolean");
            add(
                    rows,
                    patient,
                    "interpreter_need",
                    SELF_REPORT,
                    needed == null ? null : new Coding("LOCAL", needed ? "Y" : "N"));
        }
        for (FhirNode extension : named(patient, "us-core-tribal-affiliation")) {
            for (FhirNode part : extension.extensions("tribalAffiliation"::equals)) {
                part.codings("valueCodeableConcept")
                        .forEach(code -> add(rows, patient, "tribal_affiliation", SELF_REPORT, code));
            }
        }
        return List.copyOf(rows);
    }

    private static List<FhirNode> named(FhirResource patient, String name) {
        return patient.root().extensions(name::equals);
    }

    /** All categories of one answer form one set; a real category beside "unknown" wins (us-core-23). */
    private static void addCategories(List<CanonicalRow> rows, FhirResource patient, String url, String attribute) {
        List<Coding> answers = new ArrayList<>();
        List<Coding> reasons = new ArrayList<>();
        for (FhirNode extension : named(patient, url)) {
            for (FhirNode part : extension.extensions(name -> name.equals("ombCategory") || name.equals("detailed"))) {
                FhirNode value = part.child("valueCoding");
                Coding code = value == null ? null : value.asCoding();
                if (code == null) {
                    continue;
                }
                if (!code.system().equals("NULLFLAVOR")) {
                    answers.add(code);
                } else if (code.code().equals("OTH") && attribute.equals("race")) {
                    answers.add(SOME_OTHER_RACE);
                } else {
                    reasons.add(code);
                }
            }
        }
        List<Coding> stated = answers.isEmpty() ? reasons.subList(0, Math.min(1, reasons.size())) : answers;
        stated.stream().distinct().forEach(code -> add(rows, patient, attribute, SELF_REPORT, code));
    }

    private static void addSex(List<CanonicalRow> rows, FhirResource patient) {
        for (String name : List.of("us-core-sex", "us-core-birthsex")) {
            for (FhirNode extension : named(patient, name)) {
                String code = extension.text("valueCode");
                if (code != null) {
                    add(rows, patient, "sex", ADMINISTRATIVE, sex(code));
                    return;
                }
            }
        }
        String gender = patient.root().text("gender");
        if (gender != null) {
            add(rows, patient, "sex", ADMINISTRATIVE, sex(gender));
        }
    }

    private static Coding sex(String delivered) {
        return switch (delivered) {
            case "M", "male", "248153007" -> MALE;
            case "F", "female", "248152002" -> FEMALE;
            case "UNK", "unknown", "asked-declined", "ASKU" ->
                new Coding("NULLFLAVOR", delivered.startsWith("a") || delivered.equals("ASKU") ? "ASKU" : "UNK");
            default -> new Coding("LOCAL", delivered);
        };
    }

    private static void addGenderIdentity(List<CanonicalRow> rows, FhirResource patient) {
        for (FhirNode extension : named(patient, "us-core-genderIdentity")) {
            extension
                    .codings("valueCodeableConcept")
                    .forEach(code -> add(rows, patient, "gender_identity", SELF_REPORT, code));
        }
        for (FhirNode extension : named(patient, "individual-genderIdentity")) {
            for (FhirNode part : extension.extensions("value"::equals)) {
                part.codings("valueCodeableConcept")
                        .forEach(code -> add(rows, patient, "gender_identity", SELF_REPORT, code));
            }
        }
    }

    /** The preferred language, or else the first. */
    private static void addLanguage(List<CanonicalRow> rows, FhirResource patient) {
        FhirNode chosen = null;
        for (FhirNode communication : patient.root().children("communication")) {
            boolean preferred = Boolean.TRUE.equals(communication.flag("preferred"));
            if (chosen == null || preferred && !Boolean.TRUE.equals(chosen.flag("preferred"))) {
                chosen = communication;
            }
        }
        List<Coding> codings = chosen == null ? List.of() : chosen.codings("language");
        if (!codings.isEmpty()) {
            Coding first = codings.get(0);
            boolean missing =
                    first.system().equals("NULLFLAVOR") || first.system().equals(DATA_ABSENT);
            // The region of a language tag says nothing about the language spoken at a visit.
            String tag = first.code().split("-", 2)[0].toLowerCase(Locale.ROOT);
            add(rows, patient, "language", SELF_REPORT, missing ? first : new Coding("BCP47", tag));
        }
    }

    private static Coding coding(FhirNode extension) {
        FhirNode value = extension.child("valueCoding");
        return value == null ? null : value.asCoding();
    }

    private static void add(
            List<CanonicalRow> rows, FhirResource patient, String attribute, String method, Coding code) {
        if (code == null) {
            return;
        }
        RowBuilder row = patient.row(Table.DEMOGRAPHICS, patient.id())
                .set("attribute", attribute)
                .set("method", method);
        String missing = missingReason(code);
        if (missing != null) {
            rows.add(row.set("missing_reason", missing).build());
        } else {
            rows.add(row.set("value", code.code())
                    .set("code_system", code.system().equals("NULLFLAVOR") ? "LOCAL" : code.system())
                    .build());
        }
    }

    /** The reason a null flavour stands for, or null for a real answer. */
    private static String missingReason(Coding code) {
        if (code.system().equals(DATA_ABSENT)) {
            return switch (code.code()) {
                case "asked-declined" -> "DECLINED";
                case "asked-unknown" -> "ASKED_UNKNOWN";
                case "not-asked" -> "NOT_ASKED";
                default -> "UNKNOWN";
            };
        }
        if (!code.system().equals("NULLFLAVOR")) {
            return null;
        }
        return switch (code.code()) {
            case "ASKU" -> "DECLINED";
            case "NASK" -> "NOT_ASKED";
            case "OTH" -> null;
            default -> "UNKNOWN";
        };
    }
}
