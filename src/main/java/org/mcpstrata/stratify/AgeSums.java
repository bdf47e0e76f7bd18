package org.mcpstrata.stratify;

import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import org.mcpstrata.statistics.Proportion;
import org.mcpstrata.store.EntryReader;
import org.mcpstrata.store.EntryWriter;

/**
 * What a cell of a proportion keeps of ages: by {@link AgeBand} the people of its performance denominator and those of
 * its numerator. Who has no band is in neither, so that bands that do not add up to the denominator tell of such people.
 */
final class AgeSums implements Serializable {
    /** Of a cell without people, or of another kind of measure. */
    static final AgeSums NONE = new AgeSums(null);

    private static final int BANDS = AgeBand.values().length;

    /** By band the denominator, then by band the numerator; null for none at all. */
    private final long[] sums;

    private AgeSums(long[] sums) {
        this.sums = sums;
    }

    /** The sums of people while they are counted. */
    static final class Sum {
        private final long[] sums = new long[2 * BANDS];

        void add(AgeBand band, boolean met) {
            sums[band.ordinal()]++;
            sums[BANDS + band.ordinal()] += met ? 1 : 0;
        }

        AgeSums sums() {
            return new AgeSums(sums.clone());
        }
    }

    AgeSums plus(AgeSums other) {
        if (sums == null || other.sums == null) {
            return sums == null ? other : this;
        }
        long[] both = sums.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] += other.sums[i];
        }
        return new AgeSums(both);
    }

    /** What is left without people who are among these. */
    AgeSums minus(AgeSums part) {
        if (part.sums == null) {
            return this;
        }
        if (sums == null) {
            throw new IllegalArgumentException("nobody has no part");
        }
        long[] left = sums.clone();
        for (int i = 0; i < left.length; i++) {
            left[i] -= part.sums[i];
        }
        return new AgeSums(left);
    }

    long denominator(AgeBand band) {
        return sums == null ? 0 : sums[band.ordinal()];
    }

    long numerator(AgeBand band) {
        return sums == null ? 0 : sums[BANDS + band.ordinal()];
    }

    Proportion proportion(AgeBand band) {
        return new Proportion(numerator(band), denominator(band));
    }

    /** People of the performance denominator whose band is known. */
    long people() {
        long people = 0;
        for (int band = 0; sums != null && band < BANDS; band++) {
            people += sums[band];
        }
        return people;
    }

    boolean isNone() {
        return sums == null;
    }

    void write(EntryWriter out) {
        for (long sum : sums) {
            out.number(sum);
        }
    }

    static AgeSums read(EntryReader in) throws IOException {
        long[] sums = new long[2 * BANDS];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = in.number();
        }
        return new AgeSums(sums);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AgeSums those && Arrays.equals(sums, those.sums);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sums);
    }
}
