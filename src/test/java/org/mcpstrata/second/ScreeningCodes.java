package org.mcpstrata.second;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.valueset.Coding;
import org.mcpstrata.valueset.ValueSet;
import org.mcpstrata.valueset.ValueSetLoader;

/** The codes that screened people carry, taken from the shipped value sets. */
record ScreeningCodes(
        List<Coding> visits,
        List<Coding> bipolar,
        List<Coding> medicalReasons,
        List<Coding> medications,
        List<Coding> referrals,
        List<Coding> followUps) {
    static ScreeningCodes of(int year) {
        Problems problems = new Problems();
        Map<String, ValueSet> sets =
                ValueSetLoader.load(Path.of("measures", "value-sets"), year, Optional.empty(), problems);
        problems.throwIfAny();
        return new ScreeningCodes(
                members(sets, "2.16.840.1.113883.3.600.1916", "2.16.840.1.113883.3.526.3.1022"),
                members(sets, "2.16.840.1.113883.3.67.1.101.1.128"),
                members(sets, "2.16.840.1.113883.3.526.3.1007"),
                members(sets, "2.16.840.1.113883.3.526.3.1566", "2.16.840.1.113883.3.526.3.1567"),
                members(sets, "2.16.840.1.113883.3.526.3.1571", "2.16.840.1.113883.3.526.3.1570"),
                members(sets, "2.16.840.1.113883.3.526.3.1568", "2.16.840.1.113883.3.526.3.1569"));
    }

    private static List<Coding> members(Map<String, ValueSet> sets, String... ids) {
        return List.of(ids).stream()
                .flatMap(id -> sets.get(id).members().stream())
                .toList();
    }
}
