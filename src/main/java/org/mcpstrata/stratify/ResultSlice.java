package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Rows of {@code stratified_result} that are made together: those of one rate for some entities and payer scopes. */
public final class ResultSlice implements Serializable {
    /** A block has as many rows as there are strata, some hundred and fifty: a slice is a file of a few megabytes. */
    private static final int BLOCKS = 512;

    private final RateKey rate;
    private final List<Block> blocks;

    private ResultSlice(RateKey rate, List<Block> blocks) {
        this.rate = requireNonNull(rate, "rate");
        this.blocks = List.copyOf(blocks);
    }

    static List<ResultSlice> of(RateKey rate, List<Block> blocks) {
        List<ResultSlice> slices = new ArrayList<>();
        for (int from = 0; from < blocks.size(); from += BLOCKS) {
            slices.add(new ResultSlice(rate, blocks.subList(from, Math.min(blocks.size(), from + BLOCKS))));
        }
        return slices;
    }

    RateKey rate() {
        return rate;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** Which rate of which measure it is of. */
    public String rateName() {
        return rate.measureId() + " " + rate.rateId();
    }
}
