package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import java.util.StringJoiner;

/** Writes Patient resources with US Core race and ethnicity, language, identifiers and the practice. */
final class RegistryPatients {
    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";
    private static final String CDCREC = "urn:oid:2.16.840.1.113883.6.238";
    private static final String NULL_FLAVOR = "http://terminology.hl7.org/CodeSystem/v3-NullFlavor";

    private final DeliveredFile file;
    private final FhirLine line = new FhirLine();

    RegistryPatients(DeliveredFile file) {
        this.file = requireNonNull(file, "file");
    }

    void write(SyntheticPerson person) throws IOException {
        Profile profile = person.profile();
        Draw draw = person.clerk(30);
        line.resource("Patient", Registry.patientId(person))
                .json("extension", extensions(profile, draw))
                .json("identifier", identifiers(person))
                .json(
                        "name",
                        "[{\"use\":\"official\",\"family\":\"" + profile.familyName() + "\",\"given\":[\""
                                + profile.givenName() + "\"]}]")
                .field("gender", profile.genderWord())
                .field("birthDate", profile.birth().toString());
        if (profile.death().isPresent()) {
            line.field("deceasedDateTime", profile.death().get().toString());
        }
        line.json(
                "address",
                "[{\"postalCode\":\"" + profile.residence().zip() + "\",\"state\":\""
                        + profile.residence().state() + "\"}]");
        if (draw.chance(0.8)) {
            line.json(
                    "communication",
                    "[{\"language\":"
                            + FhirLine.concept(
                                    "urn:ietf:bcp:47", profile.language().bcp47()) + ",\"preferred\":true}]");
        }
        line.json(
                "managingOrganization",
                "{\"identifier\":{\"system\":\"urn:practice\",\"value\":\""
                        + person.practice().id() + "\"}}");
        file.record(line.end());
    }

    private static String extensions(Profile profile, Draw draw) {
        StringJoiner all = new StringJoiner(",", "[", "]");
        switch (draw.weighted(86, 5, 3, 6)) {
            case 0 -> {
                stated(profile, all);
            }
            case 1 -> all.add(absent("race", "ASKU", "Asked but no answer"));
            case 2 -> all.add(absent("race", "UNK", "Unknown"));
            default -> {}
        }
        all.add("{\"url\":\"" + US_CORE + "birthsex\",\"valueCode\":\"" + profile.genderLetter() + "\"}");
        return all.toString();
    }

    private static void stated(Profile profile, StringJoiner all) {
        List<Heritage> races =
                profile.heritage().stream().filter(Heritage::isRace).toList();
        if (!races.isEmpty()) {
            StringJoiner parts = new StringJoiner(",");
            StringJoiner text = new StringJoiner(" and ");
            races.forEach(race -> {
                String url = race == Heritage.MENA ? "detailed" : "ombCategory";
                if (race == Heritage.MENA) {
                    parts.add(part("ombCategory", CDCREC, Heritage.WHITE.cdcrec(), Heritage.WHITE.label()));
                }
                parts.add(part(url, CDCREC, race.cdcrec(), race.label()));
                text.add(race.label());
            });
            all.add(extension("race", parts.toString(), text.toString()));
        }
        String code = profile.hispanic() ? "2135-2" : "2186-5";
        String label = profile.hispanic() ? "Hispanic or Latino" : "Not Hispanic or Latino";
        all.add(extension("ethnicity", part("ombCategory", CDCREC, code, label), label));
    }

    private static String absent(String kind, String code, String label) {
        return extension(kind, part("ombCategory", NULL_FLAVOR, code, label), label);
    }

    private static String extension(String kind, String parts, String text) {
        return "{\"url\":\"" + US_CORE + kind + "\",\"extension\":[" + parts + ",{\"url\":\"text\",\"valueString\":\""
                + text + "\"}]}";
    }

    private static String part(String url, String system, String code, String display) {
        return "{\"url\":\"" + url + "\",\"valueCoding\":{\"system\":\"" + system + "\",\"code\":\"" + code
                + "\",\"display\":\"" + display + "\"}}";
    }

    private static String identifiers(SyntheticPerson person) {
        StringJoiner all = new StringJoiner(",", "[", "]");
        all.add(identifier("urn:practice:" + person.practice().id(), Identifiers.digits(person.number(), 8)));
        if (person.coverage().hasMedicare()) {
            all.add(identifier(
                    "http://hl7.org/fhir/sid/us-mbi", person.coverage().currentMbi()));
        }
        person.coverage().enrollments().stream()
                .filter(span -> span.payer() != Payer.MEDICARE_FFS)
                .map(span -> identifier("urn:payer:" + span.payer().id(), span.memberId()))
                .distinct()
                .forEach(all::add);
        return all.toString();
    }

    private static String identifier(String system, String value) {
        return "{\"system\":\"" + system + "\",\"value\":\"" + value + "\"}";
    }
}
