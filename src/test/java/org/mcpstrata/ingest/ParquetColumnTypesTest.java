package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.store.TableReader;

/** Parquet files of other software: the same values in another form are read, another type of the same form is refused. */
class ParquetColumnTypesTest {
    @TempDir
    Path landing;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            optional int64 paid_amount (DECIMAL(18,4))                   | DECIMAL(18,2)
            optional int64 paid_amount                                   | DECIMAL(18,2)
            optional int64 paid_amount (TIMESTAMP(MILLIS,true))          | DECIMAL(18,2)
            repeated int64 paid_amount (DECIMAL(18,2))                   | DECIMAL(18,2)
            optional double paid_amount                                  | DECIMAL(18,2)
            optional fixed_len_byte_array(16) quantity (DECIMAL(38,18))  | DECIMAL(38,6)
            optional fixed_len_byte_array(16) quantity                   | DECIMAL(38,6)
            required int32 dispensing_date                               | INT32 (DATE)
            required int32 dispensing_date (TIME(MILLIS,true))           | INT32 (DATE)
            required int64 dispensing_date (TIMESTAMP(MICROS,false))     | INT32 (DATE)
            optional int32 days_supply (DATE)                            | INT32
            optional int32 days_supply (DECIMAL(9,2))                    | INT32
            optional int32 days_supply (INTEGER(32,false))               | INT32
            optional int64 days_supply (TIMESTAMP(MILLIS,true))          | INT32
            optional int64 days_supply (INTEGER(64,false))               | INT32
            optional double days_supply                                  | INT32
            optional binary ndc_code (DECIMAL(9,2))                      | BINARY (STRING)
            optional binary ndc_code (BSON)                              | BINARY (STRING)
            optional int32 ndc_code                                      | BINARY (STRING)
            """)
    void anotherTypeIsRefusedWithItsColumn(String declaration, String expected) {
        String column = declaration.split(" ")[2];

        DropOutcome outcome =
                check("pharmacy_claim", claim("required").column(column, declaration, row -> anything(row, column)));

        assertThat(outcome.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.HEADER_INVALID);
            assertThat(problem.detail()).isEqualTo("Column " + column + " must be " + expected + ".");
        });
        assertThat(outcome.state()).isEqualTo(DropState.REJECTED);
    }

    @Test
    void theCrosswalksOwnNameOfTheMemberIsRead() {
        ParquetDraft file = new ParquetDraft()
                .column(
                        "payer_member_id",
                        "required binary payer_member_id (STRING)",
                        row -> row.append("payer_member_id", "m1"))
                .column("mbi", "required binary mbi (STRING)", row -> row.append("mbi", "1S00A00AA00"));

        assertThat(check("mbi_crosswalk", file).state()).isEqualTo(DropState.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            int64 paid_amount (DECIMAL(18,2))                    | fixed_len_byte_array(16) quantity (DECIMAL(38,6))
            int64 paid_amount (DECIMAL(12,2))                    | int64 quantity (DECIMAL(18,6))
            int32 paid_amount (DECIMAL(9,2))                     | int32 quantity (DECIMAL(9,6))
            fixed_len_byte_array(8) paid_amount (DECIMAL(18,2))  | fixed_len_byte_array(9) quantity (DECIMAL(20,6))
            fixed_len_byte_array(16) paid_amount (DECIMAL(38,2)) | binary quantity (DECIMAL(38,6))
            """)
    void decimalsAreReadInEachOfTheirForms(String paid, String quantity) throws IOException {
        ParquetDraft file = claim("optional")
                .column("paid_amount", "optional " + paid, row -> decimal(row, "paid_amount", -1234))
                .column("quantity", "optional " + quantity, row -> decimal(row, "quantity", 30_500_000));

        assertThat(check("pharmacy_claim", file).problems()).isEmpty();
        CanonicalRow row = row(Table.PHARMACY_CLAIM);
        assertThat(row.decimal(Table.PHARMACY_CLAIM.column("paid_amount"))).isEqualTo(new BigDecimal("-12.34"));
        assertThat(row.decimal(Table.PHARMACY_CLAIM.column("quantity"))).isEqualTo(new BigDecimal("30.500000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTEGER(32,true)", "INTEGER(8,true)", "INTEGER(16,false)", "DECIMAL(9,0)"})
    void whatOthersSayOfWholeNumbersAndTextsChangesNoValue(String whole) throws IOException {
        ParquetDraft file = claim("optional")
                .column("days_supply", "optional int32 days_supply (" + whole + ")", row -> row.add("days_supply", 30))
                .column("claim_id", "optional binary claim_id", row -> row.add("claim_id", "c1"))
                .column("claim_status", "optional binary claim_status (ENUM)", row -> row.add("claim_status", "paid"));

        assertThat(check("pharmacy_claim", file).problems()).isEmpty();
        CanonicalRow row = row(Table.PHARMACY_CLAIM);
        assertThat(row.integer("days_supply")).isEqualTo(30);
        assertThat(row.text("claim_id")).isEqualTo("c1");
        assertThat(row.text("claim_status")).isEqualTo("paid");
        assertThat(row.date("dispensing_date")).isEqualTo(LocalDate.of(2025, 1, 2));
    }

    @Test
    void aWholeNumberIsReadFromALongerOneWhereItFits() throws IOException {
        String declaration = "optional int64 days_supply";
        DropOutcome fits = check(
                "pharmacy_claim",
                claim("optional").column("days_supply", declaration, row -> row.add("days_supply", 30L)));
        assertThat(fits.problems()).isEmpty();
        assertThat(row(Table.PHARMACY_CLAIM).integer("days_supply")).isEqualTo(30);

        DropOutcome tooLarge = check(
                "pharmacy_claim",
                claim("optional").column("days_supply", declaration, row -> row.add("days_supply", (1L << 32) + 30)));
        assertThat(tooLarge.problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.TOO_MANY_REJECTS, ProblemCode.FIELD_TYPE);
    }

    @Test
    void anAmountOfMoreDigitsThanTheColumnKeepsIsARejectedRow() {
        ParquetDraft file = claim("optional")
                .column(
                        "paid_amount",
                        "optional fixed_len_byte_array(16) paid_amount (DECIMAL(38,2))",
                        row -> row.add(
                                "paid_amount", Binary.fromConstantByteArray(bigEndian(16, BigInteger.TEN.pow(18)))));

        assertThat(check("pharmacy_claim", file).problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.TOO_MANY_REJECTS, ProblemCode.FIELD_TYPE);
    }

    @ParameterizedTest
    @CsvSource({"list, element", "list, item", "bag, array_element"})
    void aListIsReadWhateverItsLevelsAreCalled(String middle, String entry) throws IOException {
        ParquetDraft file = encounter(
                "optional group more_codes (LIST) { repeated group " + middle + " { optional binary " + entry
                        + " (STRING); } }",
                row -> {
                    Group list = row.addGroup("more_codes");
                    list.addGroup(middle).add(entry, "CPT|99213");
                    list.addGroup(middle).add(entry, "CPT|99214");
                });

        assertThat(check("encounter", file).problems()).isEmpty();
        assertThat(row(Table.ENCOUNTER).list("more_codes")).isEqualTo(List.of("CPT|99213", "CPT|99214"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "optional binary more_codes (STRING)",
                "repeated binary more_codes (STRING)",
                "optional group more_codes (LIST) { repeated binary array (STRING); }",
                "optional group more_codes (LIST) { repeated group list { optional int32 element; } }"
            })
    void aListOfAnotherShapeIsNotReadAsNone(String declaration) {
        assertThat(check("encounter", encounter(declaration, row -> {})).problems())
                .extracting(Problem::detail)
                .containsExactly("Column more_codes must be LIST of BINARY (STRING).");
    }

    private static ParquetDraft claim(String need) {
        return new ParquetDraft()
                .column("claim_id", need + " binary claim_id (STRING)", row -> row.add("claim_id", "c1"))
                .column("member_id", need + " binary member_id (STRING)", row -> row.add("member_id", "m1"))
                .column("claim_line_number", need + " int32 claim_line_number", row -> row.add("claim_line_number", 1))
                .column("record_version", need + " int32 record_version", row -> row.add("record_version", 0))
                .column(
                        "adjustment_type",
                        need + " binary adjustment_type (STRING)",
                        row -> row.add("adjustment_type", "ORIGINAL"))
                .column(
                        "dispensing_date",
                        need + " int32 dispensing_date (DATE)",
                        row -> row.add("dispensing_date", 20_090))
                .column("claim_status", need + " binary claim_status (STRING)", row -> row.add("claim_status", "paid"));
    }

    private static ParquetDraft encounter(String codes, Consumer<Group> value) {
        return new ParquetDraft()
                .column("member_id", "required binary member_id (STRING)", row -> row.add("member_id", "m1"))
                .column("encounter_id", "required binary encounter_id (STRING)", row -> row.add("encounter_id", "e1"))
                .column("more_codes", codes, value);
    }

    private static void anything(Group row, String column) {
        PrimitiveType type = row.getType().getType(column).asPrimitiveType();
        switch (type.getPrimitiveTypeName()) {
            case INT32 -> row.add(column, 20_000);
            case INT64 -> row.add(column, 20_000L);
            case DOUBLE -> row.add(column, 2.0);
            default -> row.add(column, Binary.fromConstantByteArray(bigEndian(16, BigInteger.TEN)));
        }
    }

    private static void decimal(Group row, String column, long unscaled) {
        PrimitiveType type = row.getType().getType(column).asPrimitiveType();
        switch (type.getPrimitiveTypeName()) {
            case INT32 -> row.add(column, (int) unscaled);
            case INT64 -> row.add(column, unscaled);
            case BINARY ->
                row.add(
                        column,
                        Binary.fromConstantByteArray(
                                BigInteger.valueOf(unscaled).toByteArray()));
            default ->
                row.add(
                        column,
                        Binary.fromConstantByteArray(bigEndian(type.getTypeLength(), BigInteger.valueOf(unscaled))));
        }
    }

    private static byte[] bigEndian(int length, BigInteger unscaled) {
        byte[] shortest = unscaled.toByteArray();
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) (unscaled.signum() < 0 ? -1 : 0));
        System.arraycopy(shortest, 0, bytes, length - shortest.length, shortest.length);
        return bytes;
    }

    private DropOutcome check(String type, ParquetDraft file) {
        DropDraft draft = new DropDraft(landing, "payer", "d1");
        draft.file("a.parquet", type, "canonical-parquet", file.bytes(landing), 1)
                .send();
        return DropCheck.check(new org.apache.hadoop.fs.Path(draft.folder().toUri()), Configuration::new);
    }

    /** The row as its reader finds it, with the columns of provenance still empty. */
    private CanonicalRow row(Table table) throws IOException {
        Path file = landing.resolve("payer").resolve("d1").resolve("a.parquet");
        try (TableReader rows =
                TableReader.open(new org.apache.hadoop.fs.Path(file.toUri()), table.schema(), new Configuration())) {
            return new CanonicalRow(table, rows.next());
        }
    }
}
