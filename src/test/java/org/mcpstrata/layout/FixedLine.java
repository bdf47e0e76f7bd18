package org.mcpstrata.layout;

import java.util.Arrays;

/** Writes one fixed-width record: blanks but for the values that a test sets. */
final class FixedLine {
    private final RecordLayout layout;
    private final char[] line;

    private FixedLine(RecordLayout layout, int length) {
        this.layout = layout;
        this.line = new char[length];
        Arrays.fill(line, ' ');
    }

    /** A record of the newest version that holds what every record needs, and real dates. */
    static FixedLine of(String fileType) {
        return ofLength(
                fileType, CclfLayout.of(fileType).recordLengths().lastEntry().getValue());
    }

    static FixedLine ofLength(String fileType, int length) {
        RecordLayout layout = RecordLayout.load("/layouts/cclf", fileType);
        FixedLine line = new FixedLine(layout, length);
        for (LayoutField field : layout.required()) {
            line.set(field.name(), sample(field));
        }
        return line;
    }

    private static String sample(LayoutField field) {
        if (field.form() == FieldForm.DATE) {
            return "2025-03-04";
        }
        if (field.form() == FieldForm.DIGITS) {
            return "0".repeat(field.end() - field.start()) + "1";
        }
        return switch (field.name()) {
            case "BENE_MBI_ID", "CRNT_NUM" -> "1SA0A00AA00";
            case "PRVS_NUM" -> "2SA0A00AA00";
            case "CLM_ADJSMT_TYPE_CD" -> "0";
            case "CLM_PROD_TYPE_CD" -> "D";
            case "CLM_DGNS_CD" -> "E119";
            case "HICN_MBI_XREF_IND" -> "M";
            default -> "X1";
        };
    }

    FixedLine set(String field, String value) {
        LayoutField place = layout.field(field);
        for (int i = place.start() - 1; i < place.end(); i++) {
            int from = i - place.start() + 1;
            line[i] = from < value.length() ? value.charAt(from) : ' ';
        }
        return this;
    }

    String text() {
        return new String(line);
    }
}
