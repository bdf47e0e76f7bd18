package org.mcpstrata.stratify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.MeasureInfo;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.PersonVerdicts;
import org.mcpstrata.model.ResolvedAttribute;

/** People counted into a stratified result, for tests of what is made of one. */
public final class CountedCrowd {
    public static final Stratifiers STRATIFIERS = Stratifiers.load(StoryPeople.STRATIFIER_FILE);

    private final List<MeasureInfo> measures;
    private final List<PersonVerdicts> people = new ArrayList<>();

    public CountedCrowd(List<MeasureInfo> measures) {
        this.measures = List.copyOf(measures);
    }

    /** A seeded crowd of every sort, with all measures. */
    public static CountedCrowd seeded(int size, long seed) {
        CountedCrowd crowd = new CountedCrowd(StoryPeople.MEASURES);
        crowd.people.addAll(StoryPeople.crowd(size, seed));
        return crowd;
    }

    /** So many men of a race, some of whom met the measure, in a practice; no race stands for no information. */
    public CountedCrowd with(List<String> races, int numerator, int denominator, int practice) {
        ResolvedAttribute race = races.isEmpty()
                ? ResolvedAttribute.missing(Missing.NO_INFORMATION)
                : StoryPeople.answer(races.toArray(String[]::new));
        for (int i = 0; i < denominator; i++) {
            people.add(new PersonVerdicts(
                    StoryPeople.person(
                            String.format("P%016x", people.size()),
                            LocalDate.of(1970, 1, 1),
                            Map.of(Attribute.RACE_ETHNICITY, race, Attribute.SEX, StoryPeople.answer("M")),
                            StoryPeople.PRACTICES.get(practice),
                            new TreeSet<>(List.of("MEDICARE_FFS", "payer:alpha"))),
                    List.of(StoryPeople.met(StoryPeople.CONTROL, i < numerator))));
        }
        return this;
    }

    /** The result of everybody, counted in one part. */
    public StratifiedResult result() {
        return result(1, people);
    }

    /** The same people, the last one first, counted in so many parts. */
    public StratifiedResult reversedIn(int parts) {
        List<PersonVerdicts> reversed = new ArrayList<>(people);
        Collections.reverse(reversed);
        return result(parts, reversed);
    }

    private StratifiedResult result(int parts, List<PersonVerdicts> inOrder) {
        Cells cells = CountedPeople.in(STRATIFIERS, measures, inOrder, parts);
        ResultContext context = ResultContext.of("run", "MCP", "", StoryPeople.PERIOD, List.of("alpha"), List.of());
        return new StratifiedResult(context, STRATIFIERS, measures, cells);
    }
}
