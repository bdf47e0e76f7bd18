package org.mcpstrata.measure;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.IndirectEstimates;
import org.mcpstrata.model.ScoringRule;
import org.mcpstrata.problem.Place;

/**
 * A program of payers that measures together: configuration, not code.
 *
 * @param unverified what was not checked against its source: of the program, then of single kinds of participants
 * @param states two-letter states that take part; practices elsewhere have results too, and a run tells how many; empty where the program does not say
 * @param payers ids of payers that take part: one without any drop is absent, and named so; may be empty
 * @param payerOrder payer ids, strongest first, for practices named equally often (founding decision 5); between others
 *     the smaller practice id wins
 * @param largePractices ids of practices that need the larger number of survey responses (measures.md 9)
 * @param participants which measures each track and kind of participant reports
 * @param limits replacements of measure limits, by measure id and limit name
 * @param confidence of intervals, for example 0.95
 * @param referenceGroups the stratum others are compared with, by stratifier id
 * @param leastAnswered percent of people whose answer must be known before groups of them are compared
 * @param wanted stratifiers that are off unless a program wants them
 * @param places where the file names each measure, each limit as {@link #limitOf}, each improvement as {@link #improvementOf}, each reference group as {@link #referenceOf}, the states as {@link #STATES} and each optional stratifier as {@link #optionalOf} calls it
 */
public record Program(
        String id,
        String title,
        String source,
        List<String> unverified,
        YearRange years,
        SortedSet<String> states,
        SortedSet<String> payers,
        List<String> payerOrder,
        SortedSet<String> largePractices,
        List<Participant> participants,
        SortedMap<String, SortedMap<String, Limit>> limits,
        BigDecimal confidence,
        Map<String, String> referenceGroups,
        int leastAnswered,
        Wanted wanted,
        Map<String, Place> places)
        implements Serializable {
    /** How {@link #places} calls the states. */
    public static final String STATES = "states";

    public Program {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(source, "source");
        unverified = List.copyOf(unverified);
        requireNonNull(years, "years");
        states = Collections.unmodifiableSortedSet(new TreeSet<>(states));
        payers = Collections.unmodifiableSortedSet(new TreeSet<>(payers));
        payerOrder = List.copyOf(payerOrder);
        largePractices = Collections.unmodifiableSortedSet(new TreeSet<>(largePractices));
        participants = List.copyOf(participants);
        limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
        requireNonNull(confidence, "confidence");
        if (confidence.signum() <= 0 || confidence.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("confidence lies between 0 and 1");
        }
        referenceGroups = Collections.unmodifiableMap(new LinkedHashMap<>(referenceGroups));
        if (leastAnswered < 0 || leastAnswered > 100) {
            throw new IllegalArgumentException("a percentage lies between 0 and 100");
        }
        requireNonNull(wanted, "wanted");
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        requirePlaces(participants, limits, places);
    }

    private static void requirePlaces(
            List<Participant> participants,
            SortedMap<String, SortedMap<String, Limit>> limits,
            Map<String, Place> places) {
        List<String> named = new ArrayList<>(limits.keySet());
        participants.forEach(participant -> {
            named.addAll(participant.measures());
            named.addAll(participant.improvements());
            participant.improvements().forEach(measure -> named.add(improvementOf(measure)));
        });
        limits.forEach((measure, own) -> own.keySet().forEach(limit -> named.add(limitOf(measure, limit))));
        if (!places.keySet().containsAll(named)) {
            throw new IllegalArgumentException("a measure or limit is named without its place");
        }
    }

    /** How {@link #places} calls a limit of a measure. */
    public static String limitOf(String measureId, String limit) {
        return measureId + " > " + limit;
    }

    /** How {@link #places} calls the improvement of a measure. */
    public static String improvementOf(String measureId) {
        return "improvement of > " + measureId;
    }

    /** How {@link #places} calls the reference group of a stratifier. */
    public static String referenceOf(String stratifierId) {
        return "reference group > " + stratifierId;
    }

    /** How {@link #places} calls an optional stratifier. */
    public static String optionalOf(String stratifierId) {
        return "optional stratifier > " + stratifierId;
    }

    /**
     * What the program wants of stratifiers that are off by themselves.
     *
     * @param stratifiers ids of those switched on
     * @param tribalDataOwnerAgreed whether the owners of tribal data agreed that results are split by it
     * @param estimates by groups to which people belong with a probability only; null for none
     * @param entities kinds of entities, TIN or COUNTY, that have no rows by themselves
     */
    public record Wanted(
            SortedSet<String> stratifiers,
            boolean tribalDataOwnerAgreed,
            IndirectEstimates estimates,
            SortedSet<String> entities)
            implements Serializable {
        /** Nothing is switched on and nothing agreed. */
        public static final Wanted NOTHING = new Wanted(new TreeSet<>(), false, null, new TreeSet<>());

        public Wanted {
            stratifiers = Collections.unmodifiableSortedSet(new TreeSet<>(stratifiers));
            entities = Collections.unmodifiableSortedSet(new TreeSet<>(entities));
        }
    }

    /** Every measure that any participant reports. */
    public SortedSet<String> measureIds() {
        SortedSet<String> ids = new TreeSet<>();
        participants.forEach(participant -> {
            ids.addAll(participant.measures());
            ids.addAll(participant.improvements());
        });
        return ids;
    }

    /** What practices are scored on. */
    public ScoringRule scoring() {
        return new ScoringRule(participants.stream()
                .map(participant -> new ScoringRule.Participants(
                        participant.track(),
                        participant.type(),
                        Set.copyOf(participant.measures()),
                        Set.copyOf(participant.improvements())))
                .toList());
    }

    /**
     * What one kind of participant of one track reports.
     *
     * @param kind standard, FQHC, or IHS or Tribal
     * @param improvements measures of which the improvement over the year before is scored
     */
    public record Participant(int track, String kind, List<String> measures, List<String> improvements)
            implements Serializable {
        public Participant {
            requireNonNull(kind, "kind");
            measures = List.copyOf(measures);
            improvements = List.copyOf(improvements);
        }

        /** The kind as attribution files write it. */
        String type() {
            return kind.toUpperCase(Locale.ROOT).replace(" OR ", "_");
        }
    }
}
