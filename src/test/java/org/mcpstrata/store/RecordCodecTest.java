package org.mcpstrata.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        RecordCodec<Outer> writing = new RecordCodec<>(Outer.class);
        RecordCodec<Outer> reading = new RecordCodec<>(Outer.class);
        List<Outer> all = List.of(
                outer(Long.MAX_VALUE, new BigDecimal("0.00")),
                outer(Long.MIN_VALUE, new BigDecimal("-12345678901234567890.1234567890")),
                outer(0, new BigDecimal("1E+3")),
                new Outer(0, 0, false, null, null, null, null, null, null, null, null));
        for (Outer each : all) {
            assertThat(reading.decode(writing.encode(each))).isEqualTo(each);
        }
    }

    @Test
    void aTextIsWrittenOnceAndAKnownTextNever() {
        String text = String.join("", Collections.nCopies(1_000, "long "));
        record Two(String one, String other) {}
        Two two = new Two(text, text);

        assertThat(new RecordCodec<>(Two.class).encode(two)).hasSizeBetween(text.length(), text.length() + 20);
        assertThat(new RecordCodec<>(Two.class, List.of("a", text)).encode(two)).hasSizeLessThan(20);
    }

    @Test
    void everyEntryStandsAloneAndIsReadWithTheTextsItWasWrittenWith() throws IOException {
        List<String> known = List.of("known", "also known");
        RecordCodec<Inner> writing = new RecordCodec<>(Inner.class, known);
        byte[] first = writing.encode(new Inner("new", 1L));
        byte[] second = writing.encode(new Inner("new", 2L));
        byte[] third = writing.encode(new Inner("also known", 3L));

        assertThat(new RecordCodec<>(Inner.class, known).decode(second)).isEqualTo(new Inner("new", 2L));
        assertThat(new RecordCodec<>(Inner.class, known).decode(third)).isEqualTo(new Inner("also known", 3L));
        assertThat(new RecordCodec<>(Inner.class, known).decode(first)).isEqualTo(new Inner("new", 1L));
        assertThatThrownBy(() -> new RecordCodec<>(Inner.class).decode(third)).isInstanceOf(IOException.class);
    }

    @Test
    void whatCannotBeWrittenIsSaidBeforeAnythingIs() {
        assertThatThrownBy(() -> new RecordCodec<>(Unknown.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRecordMakesItsOwnChecksAndADamagedEntryIsNoRecord() {
        byte[] bytes = new RecordCodec<>(Picky.class).encode(new Picky(3));
        Picky.picky = true;
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(IOException.class);
        Picky.picky = false;
        assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length - 1))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length + 1))).isInstanceOf(IOException.class);
        byte[] endless = new byte[12];
        Arrays.fill(endless, (byte) -1);
        assertThatThrownBy(() -> read(endless)).isInstanceOf(IOException.class);
    }

    private static Picky read(byte[] bytes) throws IOException {
        return new RecordCodec<>(Picky.class).decode(bytes);
    }
}
