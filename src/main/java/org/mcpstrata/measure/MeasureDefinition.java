package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One measure of one year, resolved: library definitions are merged in, windows and codes are looked up.
 *
 * @param id stable id, for example {@code CMS122}
 * @param version of the specification it follows
 * @param source where the rules are written
 * @param unverified what rests on memory only, of the measure as a whole; see {@link #unverifiedNotes()}
 * @param ageAt the end of the measurement period at which age bands of results look at people
 * @param observed null for proportions and surveys
 * @param itemMeans what a survey observes; null for every other measure
 * @param sufficientWhen a definition that holds when the person's data could show a numerator, or empty for always
 * @param partialWhen a definition that holds when they could show part of it, or empty
 * @param rates in reporting order, never empty
 * @param definitions by name, in the order of the files: the measure's own first, then the libraries'
 */
public record MeasureDefinition(
        String id,
        String title,
        String version,
        String steward,
        String source,
        List<String> unverified,
        YearRange years,
        Scoring scoring,
        Improvement improvement,
        Anchor.Base ageAt,
        Populations populations,
        Observed observed,
        ItemMeans itemMeans,
        String sufficientWhen,
        String partialWhen,
        List<Rate> rates,
        Map<String, Definition> definitions)
        implements Serializable {
    public MeasureDefinition {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(version, "version");
        requireNonNull(steward, "steward");
        requireNonNull(source, "source");
        unverified = List.copyOf(unverified);
        requireNonNull(years, "years");
        requireNonNull(scoring, "scoring");
        requireNonNull(improvement, "improvement");
        requireNonNull(ageAt, "ageAt");
        requireNonNull(populations, "populations");
        requireNonNull(sufficientWhen, "sufficientWhen");
        requireNonNull(partialWhen, "partialWhen");
        rates = List.copyOf(rates);
        definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        if (rates.isEmpty()) {
            throw new IllegalArgumentException("a measure without a rate");
        }
        if ((scoring == Scoring.PROPORTION) != (populations.numerator() != null)
                || (scoring == Scoring.RATIO) != (observed != null)
                || (scoring == Scoring.CONTINUOUS) != (itemMeans != null)) {
            throw new IllegalArgumentException("a proportion has a numerator, every other measure an observation");
        }
    }

    /** The definition of that name; an unknown name is a defect, the loader has checked them. */
    public Definition definition(String name) {
        Definition definition = definitions.get(name);
        if (definition == null) {
            throw new IllegalArgumentException("measure " + id + " has no such definition");
        }
        return definition;
    }

    /** All that rests on memory only, in the order of the files: of the measure, then of its definitions by name. */
    public List<String> unverifiedNotes() {
        List<String> notes = new ArrayList<>(unverified);
        definitions.values().stream()
                .filter(definition -> !definition.unverified().isEmpty())
                .forEach(definition -> notes.add(definition.name() + ": " + definition.unverified()));
        return List.copyOf(notes);
    }

    /** The same measure with other definitions of the same names. */
    MeasureDefinition with(Map<String, Definition> others) {
        return new MeasureDefinition(
                id,
                title,
                version,
                steward,
                source,
                unverified,
                years,
                scoring,
                improvement,
                ageAt,
                populations,
                observed,
                itemMeans,
                sufficientWhen,
                partialWhen,
                rates,
                others);
    }

    /** How people become a number (FHIR Measure.scoring). */
    public enum Scoring {
        PROPORTION,
        /** Events over exposure. */
        RATIO,
        /** The mean of the items' means of survey responses. */
        CONTINUOUS
    }

    /** Which direction is better (FHIR improvementNotation). */
    public enum Improvement {
        INCREASE,
        DECREASE
    }
}
