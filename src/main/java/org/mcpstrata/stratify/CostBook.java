package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.mcpstrata.model.Practice;
import org.mcpstrata.store.EntryReader;
import org.mcpstrata.store.EntryWriter;
import org.mcpstrata.store.Words;

/**
 * The beneficiary months that one task met. Costs are compared within a payer, which needs everybody's months before
 * anybody's can be adjusted: so tasks keep them, as bytes, and what comes later reads these and no claim again.
 */
public final class CostBook implements Serializable {
    private final byte[] records;
    private final SortedMap<String, Practice> practices;

    private CostBook(byte[] records, SortedMap<String, Practice> practices) {
        this.records = requireNonNull(records, "records");
        this.practices = new TreeMap<>(practices);
    }

    /** The practices of the months, by id. */
    SortedMap<String, Practice> practices() {
        return practices;
    }

    /** Gives every person's costs of every measure, in the order in which people came. */
    void forEach(Consumer<PersonCosts> consumer) {
        EntryReader in = new EntryReader(records);
        Words words = new Words();
        try {
            while (!in.atEnd()) {
                consumer.accept(read(in, words));
            }
        } catch (IOException e) {
            throw new IllegalStateException("what a task counted has other bytes than it was given");
        }
    }

    /** Gives the same one payer after the other. */
    void forEachPayer(Consumer<PersonCost> consumer) {
        forEach(person -> person.payers().forEach(consumer));
    }

    private static PersonCosts read(EntryReader in, Words words) throws IOException {
        String measure = words.read(in);
        SortedMap<String, List<String>> strata = new TreeMap<>();
        for (int practices = in.count(); practices > 0; practices--) {
            String practice = words.read(in);
            List<String> ids = new ArrayList<>();
            for (int left = in.count(); left > 0; left--) {
                ids.add(words.read(in));
            }
            strata.put(practice, ids);
        }
        List<PersonCost> payers = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            payers.add(read(measure, in, words));
        }
        return new PersonCosts(measure, strata, payers);
    }

    private static PersonCost read(String measure, EntryReader in, Words words) throws IOException {
        String payer = words.read(in);
        int cell = Math.toIntExact(in.number());
        BigDecimal score = amount(in);
        List<PersonCost.Month> months = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            months.add(new PersonCost.Month(words.read(in), words.read(in), amount(in), Math.toIntExact(in.number())));
        }
        return new PersonCost(measure, payer, cell, score, months);
    }

    private static BigDecimal amount(EntryReader in) throws IOException {
        return in.flag() ? in.decimal() : null;
    }

    /** Writes a book. */
    static final class Writer {
        private final EntryWriter out = new EntryWriter();
        private final Words words = new Words();
        private final SortedMap<String, Practice> practices = new TreeMap<>();

        /** @param described the practices of the months */
        void add(PersonCosts person, Iterable<Practice> described) {
            for (Practice practice : described) {
                practices.putIfAbsent(practice.id(), practice);
            }
            words.write(out, person.measureId());
            out.number(person.strata().size());
            person.strata().forEach((practice, ids) -> {
                words.write(out, practice);
                out.number(ids.size());
                ids.forEach(id -> words.write(out, id));
            });
            out.number(person.payers().size());
            person.payers().forEach(this::write);
        }

        private void write(PersonCost cost) {
            words.write(out, cost.payerId());
            out.number(cost.riskCell());
            amount(cost.score());
            out.number(cost.months().size());
            for (PersonCost.Month month : cost.months()) {
                words.write(out, month.practiceId());
                words.write(out, month.scope());
                amount(month.dollars());
                out.number(month.unpricedLines());
            }
        }

        private void amount(BigDecimal amount) {
            out.flag(amount != null);
            if (amount != null) {
                out.decimal(amount);
            }
        }

        CostBook book() {
            return new CostBook(out.written(), practices);
        }
    }
}
