package org.mcpstrata.valueset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes files in the forms in which value sets are downloaded, with invented value sets. */
final class Downloads {
    static final String OID = "1.22.333.4444";

    private Downloads() {}

    /** A sheet by name and rows; a cell is a text or a number. */
    record SheetOf(String name, List<List<Object>> rows) {}

    static Path workbook(Path file, SheetOf... sheets) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            for (SheetOf sheet : sheets) {
                Worksheet written = workbook.newWorksheet(sheet.name());
                for (int row = 0; row < sheet.rows().size(); row++) {
                    for (int column = 0; column < sheet.rows().get(row).size(); column++) {
                        Object cell = sheet.rows().get(row).get(column);
                        if (cell instanceof Number number) {
                            written.value(row, column, number);
                        } else {
                            written.value(row, column, (String) cell);
                        }
                    }
                }
            }
        }
        return file;
    }

    /** The download of one value set: a sheet that describes it, and a sheet with a description above the codes. */
    static Path ofOneValueSet(Path file, List<List<Object>> codes) throws IOException {
        List<List<Object>> list = new ArrayList<>(List.of(
                List.of("Value Set Name", "Office Visit"),
                List.of("Code System", "CPT, SNOMEDCT"),
                List.of("OID", OID),
                List.of("Definition Version", "20240105"),
                List.of("Expansion Version", "eCQM Update 2025-05-08"),
                List.of(),
                List.of("Code", "Description", "Code System", "Code System Version", "Code System OID", "TTY")));
        list.addAll(codes);
        return workbook(
                file,
                new SheetOf(
                        "Value Set Info",
                        List.of(
                                List.of("Value Set Name", "Office Visit"),
                                List.of("OID", OID),
                                List.of("Steward", "x"))),
                new SheetOf("Expansion List", list));
    }

    static List<Object> code(Object code, String system, String systemId) {
        return List.of(code, "a description, with a comma", system, "2025", systemId, "PT");
    }

    /** The download of a program: a sheet for each measure, whose rows name their value set. */
    static Path ofAProgram(Path file, List<List<Object>> firstMeasure, List<List<Object>> secondMeasure)
            throws IOException {
        return workbook(
                file,
                new SheetOf("Read Me", List.of(List.of("Value sets of a program"), List.of("Terms of use apply."))),
                new SheetOf("CMS1", titled(firstMeasure)),
                new SheetOf("CMS2", titled(secondMeasure)));
    }

    private static List<List<Object>> titled(List<List<Object>> rows) {
        List<List<Object>> all = new ArrayList<>(List.of(
                List.of("Value sets of one measure"),
                List.of(
                        "CMS ID",
                        "Value Set Name",
                        "Value Set OID",
                        "QDM Category",
                        "Definition Version",
                        "Expansion Version",
                        "Code",
                        "Description",
                        "Code System",
                        "Code System OID")));
        all.addAll(rows);
        return all;
    }

    static List<Object> row(String name, String oid, Object code, String system) {
        return List.of("CMS1v1", name, oid, "Encounter", "20240105", "eCQM Update", code, "text", system, "");
    }

    /** A FHIR value set; every entry of {@code contains} as JSON. */
    static String fhir(String oid, int total, String expansion, String... contains) {
        return """
                {"resourceType": "ValueSet", "url": "http://cts.nlm.nih.gov/fhir/ValueSet/%s", "title": "Nine", "version": "1",
                 "expansion": {"total": %d, %s "contains": [%s]}}
                """.formatted(oid, total, expansion, String.join(", ", contains));
    }

    static String cpt(String code) {
        return "{\"system\": \"http://www.ama-assn.org/go/cpt\", \"code\": \"" + code + "\"}";
    }
}
