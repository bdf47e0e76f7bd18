package org.mcpstrata.stratify;

import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.mcpstrata.model.SurveyResponse;
import org.mcpstrata.store.EntryReader;
import org.mcpstrata.store.EntryWriter;

/**
 * What a cell keeps of survey responses: for every item how often it was answered and the sum of its answers, and for
 * every two items the same over the responses that answered both, with the sum of their products. All are whole numbers
 * and add up over any cut of the responses; means and their variance, which do not, are worked out from them at the end.
 */
final class ItemSums implements Serializable {
    /** Of a cell without responses. */
    static final ItemSums NONE = new ItemSums(0, new long[0]);

    private static final int KINDS = 3;

    private final int items;
    private final long[] sums;

    private ItemSums(int items, long[] sums) {
        this.items = items;
        this.sums = sums;
    }

    /** The sums of responses while they are counted. */
    static final class Sum {
        private final int items;
        private final long[] sums;

        Sum(int items) {
            this.items = items;
            this.sums = new long[KINDS * items * items];
        }

        void add(SurveyResponse response) {
            List<Integer> answers = response.answers();
            if (answers.size() != items) {
                throw new IllegalArgumentException("responses of two instruments do not add up");
            }
            for (int i = 0; i < items; i++) {
                long one = answers.get(i);
                for (int j = 0; one != SurveyResponse.UNANSWERED && j < items; j++) {
                    long other = answers.get(j);
                    if (other != SurveyResponse.UNANSWERED) {
                        int at = KINDS * (i * items + j);
                        sums[at]++;
                        sums[at + 1] += one;
                        sums[at + 2] += one * other;
                    }
                }
            }
        }

        ItemSums sums() {
            return new ItemSums(items, sums.clone());
        }
    }

    ItemSums plus(ItemSums other) {
        if (items == 0 || other.items == 0) {
            return items == 0 ? other : this;
        }
        if (items != other.items) {
            throw new IllegalArgumentException("responses of two instruments do not add up");
        }
        long[] both = sums.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] += other.sums[i];
        }
        return new ItemSums(items, both);
    }

    /** What is left without responses that are among these. */
    ItemSums minus(ItemSums part) {
        if (part.items == 0) {
            return this;
        }
        if (items != part.items) {
            throw new IllegalArgumentException("responses of two instruments do not add up");
        }
        long[] left = sums.clone();
        for (int i = 0; i < left.length; i++) {
            left[i] -= part.sums[i];
        }
        return new ItemSums(items, left);
    }

    /** Items of the instrument, 0 where nobody responded. */
    int items() {
        return items;
    }

    /** Responses that answered both items; of one item twice, those that answered it. */
    long answered(int item, int other) {
        return sums[KINDS * (item * items + other)];
    }

    /** Sum of the answers to the first item over the responses that answered both. */
    long points(int item, int other) {
        return sums[KINDS * (item * items + other) + 1];
    }

    /** Sum of the products of the answers to both. */
    long products(int item, int other) {
        return sums[KINDS * (item * items + other) + 2];
    }

    void write(EntryWriter out) {
        out.number(items);
        for (long sum : sums) {
            out.number(sum);
        }
    }

    static ItemSums read(EntryReader in) throws IOException {
        int items = Math.toIntExact(in.number());
        long[] sums = new long[KINDS * items * items];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = in.number();
        }
        return new ItemSums(items, sums);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemSums those && items == those.items && Arrays.equals(sums, those.sums);
    }

    @Override
    public int hashCode() {
        return 31 * items + Arrays.hashCode(sums);
    }
}
