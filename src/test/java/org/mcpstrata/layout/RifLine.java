package org.mcpstrata.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One record of a research file with the columns in their usual order: empty but for what every record needs. */
public final class RifLine {
    private final Map<String, String> values = new LinkedHashMap<>();

    private RifLine(String type) {
        RecordLayout.load("/layouts/rif", type).fields().forEach(field -> values.put(field.name(), ""));
    }

    /** A year of a beneficiary, covered in no month. */
    public static RifLine beneficiary(int year) {
        return new RifLine("beneficiary")
                .set("DML_IND", "INSERT")
                .set("BENE_ID", "-1")
                .set("RFRNC_YR", Integer.toString(year));
    }

    /** One line of a final claim of 5 March 2025. */
    public static RifLine claim(String type) {
        RifLine line = new RifLine(type);
        return line.set("DML_IND", "INSERT")
                .set("BENE_ID", "-1")
                .set("CLM_ID", "-100")
                .set("CLM_GRP_ID", "-900")
                .set("FINAL_ACTION", "F")
                .set("CLM_FROM_DT", "05-MAR-2025")
                .set("CLM_THRU_DT", "05-Mar-2025")
                .set(line.values.containsKey("LINE_NUM") ? "LINE_NUM" : "CLM_LINE_NUM", "1");
    }

    public static RifLine fill() {
        return new RifLine("pde")
                .set("DML_IND", "INSERT")
                .set("BENE_ID", "-1")
                .set("PDE_ID", "-500")
                .set("CLM_GRP_ID", "-901")
                .set("FINAL_ACTION", "F")
                .set("SRVC_DT", "05-MAR-2025");
    }

    public RifLine set(String column, String value) {
        if (values.replace(column, value) == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return this;
    }

    RifLine without(String column) {
        values.remove(column);
        return this;
    }

    List<String> header() {
        return List.copyOf(values.keySet());
    }

    public String headerText() {
        return String.join("|", values.keySet());
    }

    public String text() {
        return String.join("|", new ArrayList<>(values.values()));
    }

    /** The record as a reader for its own header reads it. */
    RecordOutcome read(String type) {
        return DeliveredLines.read(RifLayout.of(type, header()), text());
    }
}
