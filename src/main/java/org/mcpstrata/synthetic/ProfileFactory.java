package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Invents who a person is: name, age, heritage, language, home, disability, death. */
final class ProfileFactory {
    private static final List<String> WOMEN = List.of("Ada", "Bea", "Cora", "Dina", "Edda", "Fern", "Gita", "Zoë");
    private static final List<String> MEN = List.of("Abel", "Boris", "Cyril", "Dov", "Egon", "Felix", "Gus", "José");

    private final Timeline timeline;

    ProfileFactory(Timeline timeline) {
        this.timeline = requireNonNull(timeline, "timeline");
    }

    Profile invent(int number, Draw draw) {
        boolean female = draw.chance(0.53);
        String given = draw.pick(female ? WOMEN : MEN) + draw.between(100, 999);
        LocalDate birth = birth(draw);
        int age = timeline.year() - birth.getYear();
        Residence residence = draw.pick(Residence.all());
        Set<Heritage> heritage = heritage(residence, draw);
        boolean renalFailure = age >= 25 && draw.chance(0.012);
        return new Profile(
                number,
                given,
                Identifiers.familyName(number),
                birth,
                female,
                heritage,
                language(heritage, draw),
                residence,
                originalReason(age, renalFailure, draw),
                draw.chance(age >= 65 ? 0.30 : 0.11),
                renalFailure,
                death(age, draw));
    }

    /** Ages 0 to 100, with more people where the measures look, and some at every age limit. */
    private LocalDate birth(Draw draw) {
        int age =
                switch (draw.weighted(10, 24, 26, 32, 7, 1)) {
                    case 0 -> draw.between(0, 17);
                    case 1 -> draw.between(18, 45);
                    case 2 -> draw.between(46, 64);
                    case 3 -> draw.between(65, 80);
                    case 4 -> draw.between(81, 95);
                    default -> draw.between(96, 100);
                };
        LocalDate first = LocalDate.of(timeline.year() - age, 1, 1);
        return draw.day(first, first.plusYears(1).minusDays(1));
    }

    private static Set<Heritage> heritage(Residence residence, Draw draw) {
        boolean nativeLands =
                residence.state().equals("NM") || residence.state().equals("MN");
        return switch (draw.weighted(450, 170, 100, 80, 70, nativeLands ? 100 : 25, 15, 20, 30)) {
            case 0 -> EnumSet.of(Heritage.WHITE);
            case 1 -> EnumSet.of(Heritage.BLACK);
            case 2 -> EnumSet.of(Heritage.HISPANIC);
            case 3 -> EnumSet.of(Heritage.HISPANIC, Heritage.WHITE);
            case 4 -> EnumSet.of(Heritage.ASIAN);
            case 5 -> EnumSet.of(Heritage.AIAN);
            case 6 -> EnumSet.of(Heritage.NHPI);
            case 7 -> EnumSet.of(Heritage.MENA);
            default ->
                draw.chance(0.5)
                        ? EnumSet.of(Heritage.WHITE, Heritage.AIAN)
                        : EnumSet.of(Heritage.BLACK, draw.pick(Heritage.WHITE, Heritage.ASIAN, Heritage.AIAN));
        };
    }

    private static Language language(Set<Heritage> heritage, Draw draw) {
        if (heritage.contains(Heritage.HISPANIC)) {
            return draw.chance(0.5) ? Language.SPANISH : Language.ENGLISH;
        }
        if (heritage.size() > 1) {
            return Language.ENGLISH;
        }
        return switch (heritage.iterator().next()) {
            case ASIAN -> draw.pick(Language.MANDARIN, Language.VIETNAMESE, Language.ENGLISH, Language.ENGLISH);
            case MENA -> draw.pick(Language.ARABIC, Language.ENGLISH);
            case BLACK ->
                switch (draw.weighted(88, 7, 5)) {
                    case 0 -> Language.ENGLISH;
                    case 1 -> Language.HAITIAN;
                    default -> Language.SOMALI;
                };
            case AIAN -> draw.chance(0.15) ? Language.NAVAJO : Language.ENGLISH;
            case WHITE -> draw.chance(0.03) ? Language.RUSSIAN : Language.ENGLISH;
            case NHPI, HISPANIC -> Language.ENGLISH;
        };
    }

    private static char originalReason(int age, boolean renalFailure, Draw draw) {
        if (renalFailure) {
            return draw.chance(0.3) ? '3' : '2';
        }
        return age < 65 || draw.chance(0.12) ? '1' : '0';
    }

    private Optional<LocalDate> death(int age, Draw draw) {
        double risk = age > 85 ? 0.09 : age >= 65 ? 0.03 : 0.003;
        return draw.chance(risk)
                ? Optional.of(draw.day(timeline.start().plusDays(20), timeline.end()))
                : Optional.empty();
    }
}
