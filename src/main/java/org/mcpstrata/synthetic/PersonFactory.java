package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Invents person {@code i} of a population; the person does not depend on how many others there are. */
final class PersonFactory {
    private final long seed;
    private final Timeline timeline;
    private final ProfileFactory profiles;
    private final CoverageFactory coverages;
    private final List<CareTopic> topics;

    PersonFactory(long seed, Timeline timeline, PlantedDisparities planted) {
        this.seed = seed;
        this.timeline = requireNonNull(timeline, "timeline");
        this.profiles = new ProfileFactory(timeline);
        this.coverages = new CoverageFactory(seed, timeline);
        this.topics = List.of(
                new PrimaryCare(),
                new BloodPressureCare(planted),
                new DiabetesCare(planted),
                new ColorectalCare(planted),
                new NursingHomeCare(),
                new EmergencyCare(planted),
                new FrailtyCare(),
                new EndOfLifeCare(),
                new KidneyCare(),
                new LaboratoryCare(),
                new PregnancyCare(),
                new MentalHealthCare(),
                new PharmacyCare(),
                new Corrections(),
                new FrequentEmergencyCare());
    }

    SyntheticPerson person(int number) {
        Profile profile = profiles.invent(number, Draw.of(seed, number, 1));
        Coverage coverage = coverages.invent(profile, Draw.of(seed, number, 2));
        Draw choice = Draw.of(seed, number, 3);
        PracticeSite practice = practice(profile, choice);
        boolean attributed = coverage.insured() && choice.chance(0.9);
        List<Attribution> attributions = attributed ? attributions(profile, practice, choice) : List.of();
        boolean registered = !coverage.insured() || practice.isHealthCenter() || choice.chance(0.55);
        Chart chart = new Chart(profile, coverage, practice, registered, timeline);
        for (int topic = 0; topic < topics.size(); topic++) {
            topics.get(topic).write(chart, Draw.of(seed, number, 10L + topic));
        }
        return new SyntheticPerson(seed, profile, coverage, practice, attributions, chart.finish());
    }

    /** Native people go to the state's tribal clinic more often than others do. */
    private static PracticeSite practice(Profile profile, Draw draw) {
        List<PracticeSite> near = PracticeSite.inState(profile.residence().state());
        Optional<PracticeSite> tribal = near.stream()
                .filter(site -> site.participantType().equals("IHS_TRIBAL"))
                .findFirst();
        if (tribal.isPresent() && profile.heritage().contains(Heritage.AIAN) && draw.chance(0.6)) {
            return tribal.get();
        }
        return draw.chance(0.03) ? draw.pick(PracticeSite.all()) : draw.pick(near);
    }

    private List<Attribution> attributions(Profile profile, PracticeSite practice, Draw draw) {
        LocalDate first = timeline.historyStart();
        if (draw.chance(0.06)) {
            LocalDate move = LocalDate.of(timeline.year(), draw.between(3, 11), 1);
            PracticeSite former =
                    draw.pick(PracticeSite.inState(profile.residence().state()));
            return List.of(
                    new Attribution(former, first, move.minusDays(1)), new Attribution(practice, move, Timeline.OPEN));
        }
        if (draw.chance(0.03)) {
            return List.of(new Attribution(practice, first, LocalDate.of(timeline.year(), 9, 30)));
        }
        return List.of(new Attribution(practice, first, Timeline.OPEN));
    }
}
