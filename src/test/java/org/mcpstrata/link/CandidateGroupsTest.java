package org.mcpstrata.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

class CandidateGroupsTest {
    @Test
    void chainsAcrossBlocksAreOneGroupAndStrangersAreInNone() {
        CandidateGroups groups = CandidateGroups.of(List.of(new long[] {7, 3}, new long[] {-2, 7, 50, 60}));

        assertThat(LongStream.of(7, 3, -2).map(member -> groups.groupOf(member).orElseThrow()))
                .containsOnly(-2L);
        assertThat(groups.groupOf(60)).hasValue(50);
        assertThat(groups.groupOf(4)).isEmpty();
    }

    @Test
    void groupsOfPartsTogetherAreTheGroupsOfTheWhole() {
        Random random = new Random(11);
        List<long[]> whole = new ArrayList<>();
        List<long[]> parts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            long[] block = random.longs(60, 0, 500).toArray();
            whole.add(block);
            parts.add(CandidateGroups.of(List.of(block)).pairs());
        }
        CandidateGroups expected = CandidateGroups.of(whole);
        CandidateGroups found = CandidateGroups.of(parts);

        for (long member = 0; member < 500; member++) {
            assertThat(found.groupOf(member).orElse(member))
                    .isEqualTo(expected.groupOf(member).orElse(member));
        }
    }

    @Test
    void everyHolderOfAKeyIsPairedWithTheFirstWhateverItsBlock() {
        List<Tuple2<Long, long[]>> blocks = List.of(
                new Tuple2<>(0L, new long[] {100, 1, 200, 2, 0, 5}),
                new Tuple2<>(0L, new long[] {100, 3, 200, 2, 0, 6}));

        assertThat(SharedKeys.sharing(blocks.iterator())).containsExactly(1, 3, 5, 6);
    }

    @Test
    void moreKeysThanOneSlotEachAreAllFound() {
        // All of them look for the same slot first.
        long[] block = LongStream.range(0, 1000)
                .flatMap(key -> LongStream.of(key << 32, key, key << 32, key + 10_000))
                .toArray();

        assertThat(SharedKeys.sharing(List.of(new Tuple2<>(0L, block)).iterator()))
                .hasSize(2000)
                .startsWith(0, 10_000, 1, 10_001);
    }
}
