package org.mcpstrata.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
    private record Inner(String text, Long number) {}

    private record Outer(
            int small,
            long large,
            boolean yes,
            BigDecimal amount,
            LocalDate day,
            DayOfWeek weekday,
            List<Inner> inners,
            Map<DayOfWeek, Inner> byDay,
            SortedMap<Integer, String> byNumber,
            SortedSet<String> texts,
            Set<Integer> numbers) {}

    private record Unknown(Object anything) {}

    private record Picky(int even) {
        private static boolean picky;

        Picky {
            if (picky && even % 2 != 0) {
                throw new IllegalArgumentException("odd");
            }
        }
    }

    private static Outer outer(long large, BigDecimal amount) {
        return new Outer(
                -7,
                large,
                true,
                amount,
                LocalDate.of(1899, 12, 31),
                DayOfWeek.SUNDAY,
                List.of(new Inner("zwölf", 1L), new Inner("zwölf", null), new Inner(null, Long.MIN_VALUE)),
                Map.of(DayOfWeek.MONDAY, new Inner("", 0L)),
                new TreeMap<>(Map.of(300, "x", -1, "y")),
                new TreeSet<>(Set.of("b", "a")),
                Set.of(Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    @Test
    void everythingComesBackEqualAndScalesAreKept() throws IOException {
        List<Outer> all = List.of(
                outer(Long.MAX_VALUE, new BigDecimal("0.00")),
                outer(Long.MIN_VALUE, new BigDecimal("-12345678901234567890.1234567890")),
                outer(0, new BigDecimal("1E+3")),
                new Outer(0, 0, false, null, null, null, null, null, null, null, null));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RecordCodec<Outer> writing = new RecordCodec<>(Outer.class);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Outer each : all) {
                writing.write(out, each);
            }
        }
        RecordCodec<Outer> reading = new RecordCodec<>(Outer.class);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        for (Outer each : all) {
            assertThat(reading.read(in)).isEqualTo(each);
        }
        assertThat(in.read()).isEqualTo(-1);
    }

    @Test
    void aTextIsWrittenOnce() throws IOException {
        String text = String.join("", Collections.nCopies(1_000, "long "));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RecordCodec<Inner> codec = new RecordCodec<>(Inner.class);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            codec.write(out, new Inner(text, 1L));
            codec.write(out, new Inner(text, 2L));
        }
        assertThat(bytes.size()).isLessThan(text.length() + 20);
    }

    @Test
    void whatCannotBeWrittenIsSaidBeforeAnythingIs() {
        assertThatThrownBy(() -> new RecordCodec<>(Unknown.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRecordMakesItsOwnChecksAndAnEndedFileIsNoRecord() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            new RecordCodec<>(Picky.class).write(out, new Picky(3));
        }
        Picky.picky = true;
        assertThatThrownBy(() -> read(bytes.toByteArray())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(Arrays.copyOf(bytes.toByteArray(), bytes.size() - 1)))
                .isInstanceOf(IOException.class);
    }

    private static Picky read(byte[] bytes) throws IOException {
        return new RecordCodec<>(Picky.class).read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
