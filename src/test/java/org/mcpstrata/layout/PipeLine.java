package org.mcpstrata.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes one APCD-CDL detail record of the second version: empty but for what every record needs and a test sets. */
final class PipeLine {
    private final RecordLayout layout;
    private final List<String> columns;

    private PipeLine(ApcdFileType type) {
        this.layout = RecordLayout.load("/layouts/apcd", type.manifestType());
        int count = (int)
                layout.fields().stream().filter(field -> field.since() <= 2).count();
        this.columns = new ArrayList<>(Collections.nCopies(count, ""));
    }

    static PipeLine eligibility() {
        return new PipeLine(ApcdFileType.ME)
                .set("CDLME005", "2025")
                .set("CDLME006", "02")
                .set("CDLME061", "M1")
                .set("CDLME899", "ME");
    }

    static PipeLine medical() {
        return new PipeLine(ApcdFileType.MC)
                .set("CDLMC005", "C1")
                .set("CDLMC006", "1")
                .set("CDLMC119", "20250304")
                .set("CDLMC156", "1")
                .set("CDLMC161", "M1")
                .set("CDLMC899", "MC");
    }

    static PipeLine pharmacy() {
        return new PipeLine(ApcdFileType.PC)
                .set("CDLPC005", "R1")
                .set("CDLPC006", "1")
                .set("CDLPC023", "20250304")
                .set("CDLPC068", "M1")
                .set("CDLPC899", "PC");
    }

    static PipeLine provider() {
        return new PipeLine(ApcdFileType.PV).set("CDLPV003", "P1").set("CDLPV899", "PV");
    }

    PipeLine set(String element, String value) {
        int index = element.endsWith("899")
                ? columns.size() - 1
                : layout.field(element).index();
        columns.set(index, value);
        return this;
    }

    /** Adds columns before the record type. */
    PipeLine insert(String... values) {
        columns.addAll(columns.size() - 1, List.of(values));
        return this;
    }

    String text() {
        return String.join("|", columns);
    }
}
