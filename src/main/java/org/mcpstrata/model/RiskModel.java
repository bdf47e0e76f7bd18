package org.mcpstrata.model;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.time.Age;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * How much is expected of a person: indirect standardisation by a few open factors (measures.md 11). It is one model for
 * every row of the results, whatever the practice, payer or stratum.
 *
 * @param name shown beside every value that rests on it
 * @param unverified what of it rests on memory only
 * @param by the factors it looks at, at least one
 * @param ages bands in ascending order; empty where age is no factor
 * @param fewest a cell of fewer people borrows from a larger group
 * @param supplied expected events per month of exposure from outside, first match counts; empty to take the rates of the
 *     run's own program population
 */
public record RiskModel(
        String name, String unverified, SortedSet<Factor> by, List<Band> ages, int fewest, List<Supplied> supplied)
        implements Serializable {
    private static final List<String> SEXES = List.of("F", "M", RiskCell.OTHER);
    private static final LineOfBusiness[] LINES = LineOfBusiness.values();

    public RiskModel {
        requireNonNull(name, "name");
        requireNonNull(unverified, "unverified");
        by = Collections.unmodifiableSortedSet(new TreeSet<>(by));
        ages = List.copyOf(ages);
        supplied = List.copyOf(supplied);
        if (by.isEmpty() || by.contains(Factor.AGE_BAND) == ages.isEmpty() || fewest < 1) {
            throw new IllegalArgumentException("a risk model needs factors, bands for ages, and people in a cell");
        }
    }

    /** What a model may look at, in the order in which a small cell gives factors up. */
    public enum Factor {
        LINE_OF_BUSINESS("line of business"),
        SEX("sex"),
        AGE_BAND("age band");

        private final String word;

        Factor(String word) {
            this.word = requireNonNull(word, "word");
        }

        /** The word in definition files. */
        public String word() {
            return word;
        }

        public static Optional<Factor> named(String word) {
            for (Factor factor : values()) {
                if (factor.word.equals(word)) {
                    return Optional.of(factor);
                }
            }
            return Optional.empty();
        }
    }

    /** Ages in completed years, both ends included. */
    public record Band(String id, int from, int to) implements Serializable {
        public Band {
            requireNonNull(id, "id");
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("an age band is empty");
            }
        }

        boolean holds(int age) {
            return from <= age && age <= to;
        }
    }

    /**
     * A rate from outside.
     *
     * @param cell factors that are {@link RiskCell#ALL} match everybody
     * @param perMonth events expected in one month of exposure
     */
    public record Supplied(RiskCell cell, BigDecimal perMonth) implements Serializable {
        public Supplied {
            requireNonNull(cell, "cell");
            if (perMonth.signum() < 0) {
                throw new IllegalArgumentException("a rate is negative");
            }
        }

        boolean matches(RiskCell other) {
            return matches(cell.ageBand(), other.ageBand())
                    && matches(cell.sex(), other.sex())
                    && matches(cell.lineOfBusiness(), other.lineOfBusiness());
        }

        private static boolean matches(String wanted, String found) {
            return wanted.equals(RiskCell.ALL) || wanted.equals(found);
        }
    }

    /** The supplied rate of a cell; empty where the rates are the program's own. */
    public Optional<BigDecimal> suppliedRate(RiskCell cell) {
        return supplied.stream().filter(rate -> rate.matches(cell)).findFirst().map(Supplied::perMonth);
    }

    /**
     * The number of the person's cell, from 0.
     *
     * @param on the day on which age is taken
     * @param period the months in which coverage decides the line of business
     */
    public int numberOf(Person person, LocalDate on, MeasurementPeriod period) {
        int age = by.contains(Factor.AGE_BAND) ? band(person, on) : 0;
        int sex = by.contains(Factor.SEX) ? sex(person) : 0;
        int line = by.contains(Factor.LINE_OF_BUSINESS) ? line(person, period).ordinal() : 0;
        return (age * SEXES.size() + sex) * LINES.length + line;
    }

    /** How many numbers of cells there are; several may be of one cell. */
    public int numbers() {
        return (ages.size() + 1) * SEXES.size() * LINES.length;
    }

    /** The cell of that number. */
    public RiskCell cell(int number) {
        int line = number % LINES.length;
        int sex = number / LINES.length % SEXES.size();
        int age = number / LINES.length / SEXES.size();
        return new RiskCell(
                !by.contains(Factor.AGE_BAND)
                        ? RiskCell.ALL
                        : age == ages.size() ? RiskCell.OTHER : ages.get(age).id(),
                by.contains(Factor.SEX) ? SEXES.get(sex) : RiskCell.ALL,
                by.contains(Factor.LINE_OF_BUSINESS) ? LINES[line].name() : RiskCell.ALL);
    }

    private int band(Person person, LocalDate on) {
        if (person.birthDate() == null) {
            return ages.size();
        }
        int years = Age.inYears(person.birthDate(), on);
        for (int i = 0; i < ages.size(); i++) {
            if (ages.get(i).holds(years)) {
                return i;
            }
        }
        return ages.size();
    }

    private static int sex(Person person) {
        List<String> answers = person.attribute(Attribute.SEX).values();
        int known = answers.size() == 1 ? SEXES.indexOf(answers.get(0)) : -1;
        return known < 0 ? SEXES.size() - 1 : known;
    }

    /**
     * Most covered months; of several lines with equally many the first in the order of founding decision 6, so
     * Medicare before Medicaid.
     */
    private static LineOfBusiness line(Person person, MeasurementPeriod period) {
        LineOfBusiness best = LineOfBusiness.NONE;
        int most = 0;
        for (LineOfBusiness line : linesOf(person)) {
            int months = person.memberMonths(period, span -> span.lineOfBusiness() == line)
                    .size();
            if (months > most) {
                best = line;
                most = months;
            }
        }
        return best;
    }

    private static SortedSet<LineOfBusiness> linesOf(Person person) {
        List<LineOfBusiness> lines = new ArrayList<>();
        person.coverage().forEach(span -> lines.add(span.lineOfBusiness()));
        return new TreeSet<>(lines);
    }
}
