package org.mcpstrata.stratify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

/** Finds fields of a stratifier file that mean nothing: a misspelled word must never be ignored. */
final class UnknownFields {
    private static final Set<String> FILE = Set.of("stratifiers", "crossings", "indirect");
    private static final Set<String> STRATIFIER = Set.of(
            "id",
            "standard",
            "rule",
            "attribute",
            "fact",
            "question",
            "coverage",
            "wins",
            "others",
            "fewest",
            "small join",
            "never small",
            "optional",
            "strata");
    private static final Set<String> INDIRECT = Set.of("id", "standard", "attribute", "wins", "strata");
    private static final Set<String> PROBABLE = Set.of("id", "label", "column", "from", "kind", "weak");
    private static final Set<String> STRATUM = Set.of("id", "label", "from", "ages", "kind");

    private final Place place;
    private final Problems problems;

    private UnknownFields(Place place, Problems problems) {
        this.place = place;
        this.problems = problems;
    }

    static void report(JsonNode file, Place place, Problems problems) {
        UnknownFields fields = new UnknownFields(place, problems);
        if (!file.isObject()) {
            problems.add(ProblemCode.DEFINITION_INVALID, place, "The file holds no fields.");
            return;
        }
        fields.check("", file, FILE);
        JsonNode stratifiers = file.path("stratifiers");
        for (int i = 0; i < stratifiers.size(); i++) {
            String path = "stratifiers[" + i + "].";
            fields.check(path, stratifiers.path(i), STRATIFIER);
            JsonNode strata = stratifiers.path(i).path("strata");
            for (int j = 0; j < strata.size(); j++) {
                fields.check(path + "strata[" + j + "].", strata.path(j), STRATUM);
            }
        }
        JsonNode indirect = file.path("indirect");
        fields.check("indirect.", indirect, INDIRECT);
        for (int i = 0; i < indirect.path("strata").size(); i++) {
            fields.check("indirect.strata[" + i + "].", indirect.path("strata").path(i), PROBABLE);
        }
    }

    private void check(String path, JsonNode object, Set<String> known) {
        object.properties().forEach(field -> {
            if (!known.contains(field.getKey())) {
                complain(path + field.getKey(), "The field is not known here.");
            } else if (field.getValue().isNull()) {
                complain(path + field.getKey(), "The field is empty.");
            }
        });
    }

    private void complain(String path, String detail) {
        problems.add(ProblemCode.DEFINITION_INVALID, place.atField(path), detail);
    }
}
