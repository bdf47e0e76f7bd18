package org.mcpstrata.promise;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.problem.ProblemCode;

/**
 * The known ways in which a line can be bad: the file it stands in, how a good line is spoiled, and the one reason that must
 * be told. Text is written as ISO-8859-1, so that a character is the byte it names.
 */
enum BadLine {
    DAY_THAT_IS_NONE(LineFile.FILLS, ProblemCode.IMPOSSIBLE_DATE, line -> line.replace("2025-01-02", "2025-02-29")),
    DAY_OF_ANOTHER_FORM(LineFile.FILLS, ProblemCode.FIELD_TYPE, line -> line.replace("2025-01-02", "01/02/2025")),
    AMOUNT_IN_WORDS(LineFile.FILLS, ProblemCode.FIELD_TYPE, line -> line.replace("12.50", "twelve")),
    AMOUNT_TOO_LARGE(LineFile.FILLS, ProblemCode.FIELD_TYPE, line -> line.replace("12.50", "99999999999999999999.00")),
    AMOUNT_OF_A_TENTH_OF_A_CENT(LineFile.FILLS, ProblemCode.FIELD_TYPE, line -> line.replace("12.50", "12.505")),
    NUMBER_IN_WORDS(LineFile.FILLS, ProblemCode.FIELD_TYPE, line -> line.replace(",1,0,", ",one,0,")),
    UNKNOWN_STATUS(LineFile.FILLS, ProblemCode.FIELD_VALUE, line -> line.replace(",paid,", ",perhaps,")),
    UNKNOWN_ADJUSTMENT(LineFile.FILLS, ProblemCode.FIELD_VALUE, line -> line.replace("ORIGINAL", "COPY")),
    NO_CLAIM(LineFile.FILLS, ProblemCode.FIELD_MISSING, line -> line.substring(line.indexOf(','))),
    NO_MEMBER(LineFile.FILLS, ProblemCode.FIELD_MISSING, line -> line.replaceFirst(",m\\d+,", ",,")),
    A_COLUMN_TOO_MANY(LineFile.FILLS, ProblemCode.RECORD_SHAPE, line -> line + ",x"),
    A_COLUMN_TOO_FEW(LineFile.FILLS, ProblemCode.RECORD_SHAPE, line -> line.substring(0, line.lastIndexOf(','))),
    LONE_RETURN(LineFile.FILLS, ProblemCode.RECORD_SHAPE, line -> line.replace(",paid,", ",pa\rid,")),
    ZERO_BYTE(LineFile.FILLS, ProblemCode.ENCODING, line -> line.replace(",paid,", ",pa\0id,")),
    OVERLONG_BYTES(LineFile.FILLS, ProblemCode.ENCODING, line -> line.replace(",paid,", ",\u00c0\u00af,")),
    LATIN_LETTER(LineFile.FILLS, ProblemCode.ENCODING, line -> line.replace(",paid,", ",pa\u00efd,")),
    REPLACEMENT_CHARACTER(LineFile.FILLS, ProblemCode.ENCODING, line -> line.replace(",paid,", ",\u00ef\u00bf\u00bd,")),
    TOO_LONG(LineFile.FILLS, ProblemCode.FIELD_TOO_LONG, line -> line + "x".repeat(66_000)),
    SAME_KEY_AGAIN(LineFile.FILLS, ProblemCode.DUPLICATE_KEY, line -> LineFile.FILLS.good(0)),
    TRACK_IN_WORDS(LineFile.PRACTICES, ProblemCode.FIELD_TYPE, line -> line.replace(",1,STANDARD", ",one,STANDARD")),
    UNKNOWN_KIND(LineFile.PRACTICES, ProblemCode.FIELD_VALUE, line -> line.replace("STANDARD", "SPECIAL")),
    END_THAT_IS_NO_DAY(
            LineFile.PRACTICES, ProblemCode.IMPOSSIBLE_DATE, line -> line.replace("2025-12-31", "2025-06-31")),
    NO_PRACTICE(LineFile.PRACTICES, ProblemCode.FIELD_MISSING, line -> line.replace(",P1,", ",,")),
    HALF_A_RESOURCE(LineFile.RESULTS, ProblemCode.JSON_INVALID, line -> line.substring(0, line.length() / 2)),
    ANOTHER_RESOURCE(
            LineFile.RESULTS, ProblemCode.JSON_INVALID, line -> line.replace("\"Observation\"", "\"Account\"")),
    ONE_KEY_TWICE(
            LineFile.RESULTS,
            ProblemCode.JSON_INVALID,
            line -> line.replace("{\"resource", "{\"id\":\"x\",\"resource")),
    TOO_DEEP(
            LineFile.RESULTS,
            ProblemCode.JSON_INVALID,
            line -> line.replace("\"status\"", "\"x\":" + "[".repeat(200) + "]".repeat(200) + ",\"status\"")),
    RESULT_OF_NOBODY(LineFile.RESULTS, ProblemCode.ORPHAN, line -> line.replace("Patient/p", "Patient/q")),
    ELEMENT_TOO_MANY(LineFile.MONTHS, ProblemCode.RECORD_SHAPE, line -> line.replace("|ME", "||ME")),
    ELEMENTS_OF_ANOTHER_FILE(LineFile.MONTHS, ProblemCode.FIELD_VALUE, line -> line.replace("|ME", "|MC")),
    MONTH_OF_NOBODY(LineFile.MONTHS, ProblemCode.FIELD_MISSING, line -> line.replaceFirst("\\|M\\d+\\|", "||")),
    CUT_INSIDE_A_DAY(LineFile.NUMBERS, ProblemCode.RECORD_SHAPE, line -> line.substring(0, 30)),
    NUMBER_SINCE_NO_DAY(
            LineFile.NUMBERS, ProblemCode.IMPOSSIBLE_DATE, line -> line.replace("2020-01-01", "2020-02-30"));

    private final LineFile file;
    private final ProblemCode reason;
    private final UnaryOperator<String> spoil;

    BadLine(LineFile file, ProblemCode reason, UnaryOperator<String> spoil) {
        this.file = file;
        this.reason = reason;
        this.spoil = spoil;
    }

    static List<BadLine> of(LineFile file) {
        return Arrays.stream(values()).filter(bad -> bad.file == file).toList();
    }

    ProblemCode reason() {
        return reason;
    }

    String spoiled(String good) {
        String bad = spoil.apply(good);
        if (bad.equals(good)) {
            throw new IllegalStateException(name() + " spoils nothing");
        }
        return bad;
    }

    /** The files of one drop: how many of a hundred lines each holds, and what stands around its records. */
    enum LineFile {
        FILLS("fills.csv", "pharmacy_claim", "canonical-csv", 40),
        PRACTICES("practices.csv", "attribution", "canonical-csv", 20),
        RESULTS("Observation.ndjson", "Observation", "fhir-ndjson", 20),
        MONTHS("me.txt", "member-eligibility", "apcd-cdl", 10),
        NUMBERS("P.A9999.ACO.ZC9Y26.D260215.T0600001", "cclf9", "cclf", 10);

        private final String fileName;
        private final String type;
        private final String format;
        private final int share;

        LineFile(String fileName, String type, String format, int share) {
            this.fileName = fileName;
            this.type = type;
            this.format = format;
            this.share = share;
        }

        String fileName() {
            return fileName;
        }

        String type() {
            return type;
        }

        String format() {
            return format;
        }

        /** Records of this file among so many of the drop. */
        long of(long lines) {
            return lines * share / 100;
        }

        /** Lines before the records. */
        List<String> before() {
            return switch (this) {
                case FILLS ->
                    List.of("claim_id,member_id,claim_line_number,record_version,adjustment_type,dispensing_date,"
                            + "claim_status,paid_amount");
                case PRACTICES -> List.of(DropDraft.ATTRIBUTION_HEADER.strip());
                case MONTHS -> List.of("HD|S|P|Plan|ME|202501|202512|P|");
                case RESULTS, NUMBERS -> List.of();
            };
        }

        /** Lines behind them. */
        List<String> behind(long records) {
            return this == MONTHS ? List.of("TR|S|P|Plan|ME|20260101||" + records) : List.of();
        }

        /** The good record of a number, without its line end. */
        String good(long number) {
            return switch (this) {
                case FILLS -> "c" + number + ",m" + number % 1000 + ",1,0,ORIGINAL,2025-01-02,paid,12.50";
                case PRACTICES -> "m" + number + ",P1,\"First, Practice\",,,NY,1,STANDARD,2025-01-01,2025-12-31";
                case RESULTS ->
                    "{\"resourceType\":\"Observation\",\"id\":\"o" + number
                            + "\",\"status\":\"final\",\"subject\":{\"reference\":\"Patient/p" + number % 1000
                            + "\"},\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"4548-4\"}]},"
                            + "\"effectiveDateTime\":\"2025-06-02\",\"valueQuantity\":{\"value\":7.1,\"code\":\"%\"}}";
                case MONTHS -> month(number);
                case NUMBERS -> "M" + mbi(2 * number) + mbi(2 * number + 1) + "2020-01-019999-12-31            ";
            };
        }

        private static String month(long number) {
            List<String> cells = new ArrayList<>(Collections.nCopies(80, ""));
            cells.set(4, Long.toString(2016 + number % 10));
            cells.set(5, "%02d".formatted(1 + number / 10 % 12));
            cells.set(60, "M" + number / 120);
            cells.set(79, "ME");
            return String.join("|", cells);
        }

        /** A well-formed number that nobody has. */
        private static String mbi(long number) {
            long rest = number;
            StringBuilder mbi = new StringBuilder("1S0");
            String letters = "ACDEFGHJKM";
            for (char kind : "9A99AA99".toCharArray()) {
                int digit = (int) (rest % 10);
                rest /= 10;
                mbi.append(kind == 'A' ? letters.charAt(digit) : (char) ('0' + digit));
            }
            return mbi.toString();
        }

        byte[] bytes(String line) {
            return (line + "\n").getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
