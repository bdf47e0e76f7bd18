package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.problem.Place;

/**
 * A program of payers that measures together: configuration, not code (architecture.md, decision 8).
 *
 * @param states two-letter states that take part
 * @param payerOrder payer ids, strongest first, for practices named equally often (decisions.md 5); between others the smaller practice id wins
 * @param largePractices ids of practices that need the larger number of survey responses (measures.md 9)
 * @param participants which measures each track and kind of participant reports
 * @param limits replacements of measure limits, by measure id and limit name
 * @param confidence of intervals, for example 0.95
 * @param referenceGroups the stratum others are compared with, by stratifier id
 * @param places where the file names each measure, and each limit as {@link #limitOf} calls it
 */
public record Program(
        String id,
        String title,
        String source,
        String unverified,
        YearRange years,
        SortedSet<String> states,
        List<String> payerOrder,
        SortedSet<String> largePractices,
        List<Participant> participants,
        SortedMap<String, SortedMap<String, Limit>> limits,
        BigDecimal confidence,
        Map<String, String> referenceGroups,
        Map<String, Place> places)
        implements Serializable {
    public Program {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(source, "source");
        requireNonNull(unverified, "unverified");
        requireNonNull(years, "years");
        states = Collections.unmodifiableSortedSet(new TreeSet<>(states));
        payerOrder = List.copyOf(payerOrder);
        largePractices = Collections.unmodifiableSortedSet(new TreeSet<>(largePractices));
        participants = List.copyOf(participants);
        limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
        requireNonNull(confidence, "confidence");
        if (confidence.signum() <= 0 || confidence.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("confidence lies between 0 and 1");
        }
        referenceGroups = Collections.unmodifiableMap(new LinkedHashMap<>(referenceGroups));
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        requirePlaces(participants, limits, places);
    }

    private static void requirePlaces(
            List<Participant> participants,
            SortedMap<String, SortedMap<String, Limit>> limits,
            Map<String, Place> places) {
        List<String> named = new ArrayList<>(limits.keySet());
        participants.forEach(participant -> named.addAll(participant.measures()));
        limits.forEach((measure, own) -> own.keySet().forEach(limit -> named.add(limitOf(measure, limit))));
        if (!places.keySet().containsAll(named)) {
            throw new IllegalArgumentException("a measure or limit is named without its place");
        }
    }

    /** How {@link #places} calls a limit of a measure. */
    public static String limitOf(String measureId, String limit) {
        return measureId + " > " + limit;
    }

    /** Every measure that any participant reports. */
    public SortedSet<String> measureIds() {
        SortedSet<String> ids = new TreeSet<>();
        participants.forEach(participant -> ids.addAll(participant.measures()));
        return ids;
    }

    /**
     * What one kind of participant of one track reports.
     *
     * @param kind for example standard, FQHC, IHS or Tribal
     */
    public record Participant(int track, String kind, List<String> measures) implements Serializable {
        public Participant {
            requireNonNull(kind, "kind");
            measures = List.copyOf(measures);
        }
    }
}
