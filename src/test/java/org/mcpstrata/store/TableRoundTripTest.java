package org.mcpstrata.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.model.TableSchema;

class TableRoundTripTest {
    private static final TableSchema SCHEMA = TableSchema.load("every_type", List.of());

    @TempDir
    Path folder;

    @Test
    void everyTypeSurvivesTheFile() throws IOException {
        List<Object[]> rows = List.of(full(1), empty(2), negative(3));
        Path file = write("a.parquet", rows);

        List<Object[]> read = read(file);

        assertThat(read).hasSize(3);
        assertThat(read.get(0)).usingRecursiveComparison().isEqualTo(full(1));
        assertThat(read.get(1)).usingRecursiveComparison().isEqualTo(empty(2));
        assertThat(read.get(2)).usingRecursiveComparison().isEqualTo(negative(3));
        assertThat(TableReader.countRows(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration()))
                .isEqualTo(3);
    }

    @Test
    void sameRowsGiveTheSameBytesAndNothingElseBesideThem() throws IOException {
        List<Object[]> rows = List.of(full(1), empty(2), negative(3));

        Path first = write("one/a.parquet", rows);
        Path second = write("two/b.parquet", rows);

        assertThat(Files.readAllBytes(first)).isEqualTo(Files.readAllBytes(second));
        try (var listing = Files.list(first.getParent())) {
            assertThat(listing).containsExactly(first);
        }
    }

    @Test
    void footerListsEncodingsInOneOrderWhateverTheHashesOfThisProcess() throws IOException {
        Path file = write("f.parquet", List.of(full(1), full(2), negative(3), full(4)));

        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readAllBytes();
            int end = bytes.length - 8;
            int length = ByteBuffer.wrap(bytes, end, 4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getInt();
            FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(bytes, end - length, length));
            assertThat(footer.getRow_groups()).hasSize(1);
            assertThat(footer.getRow_groups().get(0).getColumns())
                    .allSatisfy(column -> assertThat(column.getMeta_data().getEncodings())
                            .isSortedAccordingTo(Comparator.comparingInt(Encoding::getValue)));
            assertThat(footer.getRow_groups().get(0).getColumns())
                    .anyMatch(column -> column.getMeta_data().getEncodings().size() > 1);
        }
    }

    @Test
    void moneyWithATenthOfACentIsRefusedNotRounded() {
        Object[] row = full(1);
        row[4] = new BigDecimal("1.005");

        assertThatThrownBy(() -> write("c.parquet", List.<Object[]>of(row))).isInstanceOf(ArithmeticException.class);
    }

    private static Object[] full(long id) {
        Map<String, String> named = new TreeMap<>();
        named.put("race", "WHITE");
        named.put("sex", "F");
        return new Object[] {
            id,
            "Peña",
            Integer.MAX_VALUE,
            LocalDate.of(2024, 2, 29),
            new BigDecimal("104233.17"),
            new BigDecimal("12345678901234567890123456789012.123456"),
            0.1,
            true,
            List.of("b", "a"),
            named,
            List.of(new Object[] {"x", LocalDate.of(1900, 1, 1)}, new Object[] {"y", null})
        };
    }

    private static Object[] empty(long id) {
        Object[] row = new Object[SCHEMA.columns().size()];
        row[0] = id;
        return row;
    }

    private static Object[] negative(long id) {
        Object[] row = full(id);
        row[4] = new BigDecimal("-0.01");
        row[5] = new BigDecimal("-1.000000");
        row[8] = List.of();
        row[9] = new TreeMap<String, String>();
        row[10] = List.of();
        return row;
    }

    private Path write(String name, List<Object[]> rows) throws IOException {
        Path file = folder.resolve(name);
        try (TableWriter writer =
                TableWriter.create(new org.apache.hadoop.fs.Path(file.toUri()), SCHEMA, new Configuration())) {
            for (Object[] row : rows) {
                writer.write(row);
            }
        }
        return file;
    }

    private static List<Object[]> read(Path file) throws IOException {
        List<Object[]> rows = new ArrayList<>();
        try (TableReader reader =
                TableReader.open(new org.apache.hadoop.fs.Path(file.toUri()), SCHEMA, new Configuration())) {
            reader.forEachRemaining(rows::add);
        }
        return rows;
    }
}
