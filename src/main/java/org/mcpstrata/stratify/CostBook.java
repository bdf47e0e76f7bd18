package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.mcpstrata.model.Practice;

/**
 * The beneficiary months that one task met. Costs are compared within a payer, which needs everybody's months before
 * anybody's can be adjusted: so tasks keep them, as bytes, and what comes later reads these and no claim again.
 */
public final class CostBook implements Serializable {
    private final byte[] records;
    private final List<String> words;
    private final SortedMap<String, Practice> practices;

    private CostBook(byte[] records, List<String> words, SortedMap<String, Practice> practices) {
        this.records = requireNonNull(records, "records");
        this.words = List.copyOf(words);
        this.practices = new TreeMap<>(practices);
    }

    /** The practices of the months, by id. */
    SortedMap<String, Practice> practices() {
        return practices;
    }

    /** Gives every record, in the order in which people came. */
    void forEach(Consumer<PersonCost> consumer) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(records))) {
            while (in.available() > 0) {
                consumer.accept(read(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PersonCost read(DataInputStream in) throws IOException {
        String measure = word(in);
        String payer = word(in);
        int cell = (int) CountsCodec.readCount(in);
        BigDecimal score = in.readBoolean() ? CountsCodec.readAmount(in) : null;
        List<String> strata = new ArrayList<>();
        for (long left = CountsCodec.readCount(in); left > 0; left--) {
            strata.add(word(in));
        }
        List<PersonCost.Month> months = new ArrayList<>();
        for (long left = CountsCodec.readCount(in); left > 0; left--) {
            String practice = word(in);
            String scope = word(in);
            BigDecimal dollars = in.readBoolean() ? CountsCodec.readAmount(in) : null;
            months.add(new PersonCost.Month(practice, scope, dollars, (int) CountsCodec.readCount(in)));
        }
        return new PersonCost(measure, payer, cell, score, strata, months);
    }

    private String word(DataInputStream in) throws IOException {
        return words.get((int) CountsCodec.readCount(in));
    }

    /** Writes a book. */
    static final class Writer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);
        private final Map<String, Integer> words = new LinkedHashMap<>();
        private final SortedMap<String, Practice> practices = new TreeMap<>();

        void add(PersonCost cost, Iterable<Practice> described) {
            for (Practice practice : described) {
                practices.putIfAbsent(practice.id(), practice);
            }
            try {
                word(cost.measureId());
                word(cost.payerId());
                CountsCodec.writeCount(out, cost.riskCell());
                amount(cost.score());
                CountsCodec.writeCount(out, cost.strata().size());
                for (String id : cost.strata()) {
                    word(id);
                }
                CountsCodec.writeCount(out, cost.months().size());
                for (PersonCost.Month month : cost.months()) {
                    word(month.practiceId());
                    word(month.scope());
                    amount(month.dollars());
                    CountsCodec.writeCount(out, month.unpricedLines());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void word(String text) throws IOException {
            Integer number = words.get(text);
            if (number == null) {
                number = words.size();
                words.put(text, number);
            }
            CountsCodec.writeCount(out, number);
        }

        private void amount(BigDecimal amount) throws IOException {
            out.writeBoolean(amount != null);
            if (amount != null) {
                CountsCodec.writeAmount(out, amount);
            }
        }

        CostBook book() {
            return new CostBook(bytes.toByteArray(), new ArrayList<>(words.keySet()), practices);
        }
    }
}
