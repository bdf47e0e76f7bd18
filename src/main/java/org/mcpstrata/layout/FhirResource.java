package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.model.RowBuilder;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.ProblemCode;

/**
 * One FHIR resource as its mapping sees it.
 *
 * @param id logical id; resource identity is payer, type and id (founding decision 1)
 * @param lineOfBusiness what the drop's manifest says, for coverage that names none
 */
record FhirResource(
        String type, String id, FhirNode root, Provenance at, LineOfBusiness lineOfBusiness, Medications medications) {
    FhirResource {
        requireNonNull(type, "type");
        requireNonNull(id, "id");
        requireNonNull(root, "root");
        requireNonNull(at, "at");
        requireNonNull(lineOfBusiness, "lineOfBusiness");
        requireNonNull(medications, "medications");
    }

    /** The member a resource speaks of: the last path segment of its reference to a Patient. */
    String patient(String element) {
        FhirReference reference = root.reference(element);
        if (reference == null) {
            throw new FieldProblem(ProblemCode.FIELD_MISSING, element);
        }
        boolean patient = reference.type().isEmpty() || reference.type().equals("Patient");
        if (!patient || reference.contained() || reference.id().isEmpty()) {
            throw new FieldProblem(ProblemCode.ORPHAN, element);
        }
        return reference.id();
    }

    RowBuilder row(Table table, String memberId) {
        return new RowBuilder(table).provenance(at, memberId);
    }

    /** Splits codings into a first one and the rest, as the code columns hold them. */
    static RowBuilder setCodes(RowBuilder row, List<Coding> codings) {
        if (!codings.isEmpty()) {
            row.set("code_system", codings.get(0).system())
                    .set("code", codings.get(0).code())
                    .set("more_codes", joined(codings.subList(1, codings.size())));
        }
        return row;
    }

    static List<String> joined(List<Coding> codings) {
        return codings.stream().map(Coding::joined).toList();
    }

    static List<String> codes(List<Coding> codings) {
        return codings.stream().map(Coding::code).toList();
    }

    static String firstCode(List<Coding> codings) {
        return codings.isEmpty() ? null : codings.get(0).code();
    }

    /**
     * Why something was not done: the profiles of several years name the extension differently (qicore-notDoneReason,
     * qicore-reasonRefused, request-statusReason), all of them with "reason".
     */
    List<Coding> extensionReasons() {
        return root.extensions(name -> lower(name).contains("reason")).stream()
                .flatMap(extension -> extension.codings("valueCodeableConcept").stream())
                .toList();
    }

    /** The do-not-perform mark, as an element or as one of its extensions (one profile misspells its name). */
    Boolean doNotPerform() {
        Boolean own = root.flag("doNotPerform");
        if (own != null) {
            return own;
        }
        for (FhirNode extension : root.extensions(name -> lower(name).contains("donotp"))) {
            Boolean flag = extension.flag("valueBoolean");
            if (flag != null) {
                return flag;
            }
        }
        return null;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
