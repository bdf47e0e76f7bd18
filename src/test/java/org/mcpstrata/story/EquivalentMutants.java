package org.mcpstrata.story;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Steps away from the measures that change nobody's result, each with the reason. */
final class EquivalentMutants {
    private static final String CODED = "shared/coded-results.yaml > results > ";
    private static final String SCORED = "shared/depression-scores.yaml > results > depression screening > scored > ";
    private static final String A_DAY_EARLIER = "from start of measurement period - 1 day to end of measurement period";
    private static final String A_DAY_LATER = "from start of measurement period to end of measurement period + 1 day";
    private static final SortedMap<String, String> REASONS = new TreeMap<>();

    static {
        glycemicBands();
        pressureBands();
        scores();
        ages();
        days();
    }

    private EquivalentMutants() {}

    /** The reason of each, by what {@link Mutant#toString} says of it. */
    static Map<String, String> reasons() {
        return Collections.unmodifiableMap(REASONS);
    }

    private static void same(String reason, String place, String before, String... afters) {
        for (String after : afters) {
            if (REASONS.put(place + ": " + before + " -> " + after, reason) != null) {
                throw new IllegalStateException("listed twice: " + place);
            }
        }
    }

    private static void glycemicBands() {
        String good = "The band stays wholly at or below 9 percent.";
        String poor = "Above 9, and partly above 9, are both poor control.";
        String place = CODED + "glycemic status > coded > ";
        for (String code : new String[] {"3044F", "M1371"}) {
            same(good, place + code + " > is", "< 7 %", "<= 7 %", "< 7.01 %", "< 6.99 %");
        }
        for (String code : new String[] {"3051F", "M1372"}) {
            String[] afters = {
                "> 7 %, < 8 %",
                ">= 7.01 %, < 8 %",
                ">= 6.99 %, < 8 %",
                ">= 7 %, <= 8 %",
                ">= 7 %, < 8.01 %",
                ">= 7 %, < 7.99 %"
            };
            same(good, place + code + " > is", ">= 7 %, < 8 %", afters);
        }
        for (String code : new String[] {"3052F", "M1373"}) {
            String[] afters = {
                "> 8 %, <= 9 %", ">= 8.01 %, <= 9 %", ">= 7.99 %, <= 9 %", ">= 8 %, < 9 %", ">= 8 %, <= 8.99 %"
            };
            same(good, place + code + " > is", ">= 8 %, <= 9 %", afters);
        }
        for (String code : new String[] {"3046F", "M1211"}) {
            same(poor, place + code + " > is", "> 9 %", ">= 9 %", "> 9.01 %", "> 8.99 %");
        }
    }

    private static void pressureBands() {
        String low = "The band stays wholly below the threshold.";
        String high = "The band stays at or above the threshold, or partly so, which is not controlled.";
        String lowerEnd =
                "Only the upper end of the band is held against the threshold, or the band ends further below it.";
        String systolic = CODED + "systolic blood pressure > coded > ";
        same(low, systolic + "3074F > is", "< 130 mm[Hg]", "<= 130 mm[Hg]", "< 131 mm[Hg]", "< 129 mm[Hg]");
        same(
                lowerEnd,
                systolic + "3075F > is",
                ">= 130 mm[Hg], < 140 mm[Hg]",
                "> 130 mm[Hg], < 140 mm[Hg]",
                ">= 131 mm[Hg], < 140 mm[Hg]",
                ">= 129 mm[Hg], < 140 mm[Hg]",
                ">= 130 mm[Hg], < 139 mm[Hg]");
        for (String code : new String[] {"3077F", "G8753"}) {
            same(high, systolic + code + " > is", ">= 140 mm[Hg]", "> 140 mm[Hg]", ">= 141 mm[Hg]", ">= 139 mm[Hg]");
        }
        same(low, systolic + "G8752 > is", "< 140 mm[Hg]", "< 139 mm[Hg]");
        String diastolic = CODED + "diastolic blood pressure > coded > ";
        same(low, diastolic + "3078F > is", "< 80 mm[Hg]", "<= 80 mm[Hg]", "< 81 mm[Hg]", "< 79 mm[Hg]");
        same(
                lowerEnd,
                diastolic + "3079F > is",
                ">= 80 mm[Hg], < 90 mm[Hg]",
                "> 80 mm[Hg], < 90 mm[Hg]",
                ">= 81 mm[Hg], < 90 mm[Hg]",
                ">= 79 mm[Hg], < 90 mm[Hg]",
                ">= 80 mm[Hg], < 89 mm[Hg]");
        for (String code : new String[] {"3080F", "G8755"}) {
            same(high, diastolic + code + " > is", ">= 90 mm[Hg]", "> 90 mm[Hg]", ">= 91 mm[Hg]", ">= 89 mm[Hg]");
        }
        same(low, diastolic + "G8754 > is", "< 90 mm[Hg]", "< 89 mm[Hg]");
    }

    private static void scores() {
        String first =
                "Scores are whole, and the negative band, which stands first, takes the score below the positive ones.";
        same(first, SCORED + "LOINC 44261-6 > is", ">= 10, <= 27", ">= 9, <= 27");
        same(first, SCORED + "LOINC 89204-2 > is", ">= 10, <= 27", ">= 9, <= 27");
        same(first, SCORED + "LOINC 55758-7 > is", ">= 3, <= 6", ">= 2, <= 6");
        same(first, SCORED + "LOINC 48545-8 > is", ">= 5, <= 15", ">= 4, <= 15");
        same(first, SCORED + "LOINC 71354-5 > is", ">= 10, <= 30", ">= 9, <= 30");
    }

    private static void ages() {
        String outside = "Nobody of that age is in the initial population.";
        same(outside, "cms130.yaml > definitions > 46 to 49 years old > age > from", "46", "45");
        same(outside, "cms130.yaml > definitions > 50 to 75 years old > age > to", "75", "76");
        same(outside, "cms159.yaml > definitions > 12 to 17 at the index > age > from", "12", "11");
        same(outside, "cms2.yaml > definitions > 12 to 17 years old > age > from", "12", "11");
    }

    private static void days() {
        String otherPart =
                "On the day before the year there is no other part, and a day with one part is not controlled.";
        for (String part : new String[] {"systolic", "diastolic"}) {
            same(
                    otherPart,
                    "cms165.yaml > definitions > " + part + " reading > observation > ends",
                    "measurement period",
                    A_DAY_EARLIER);
        }
        String afterVisit = "Follow-up is never before its visit, and no visit lies before the year.";
        String screening = "shared/depression-screening";
        for (String who : new String[] {"adult", "adolescent"}) {
            same(
                    afterVisit,
                    "cms2.yaml > definitions > " + who + " referral > order > recorded",
                    "measurement period",
                    A_DAY_EARLIER);
            same(
                    afterVisit,
                    screening + ".yaml > definitions > " + who + " medication > medication order > recorded",
                    "measurement period",
                    A_DAY_EARLIER);
            same(
                    afterVisit,
                    screening + "-2026.yaml > definitions > " + who + " prescription > medication order > recorded",
                    "measurement period",
                    A_DAY_EARLIER);
        }
        String visitDay = "It takes away a visit of its own day only, and no visit lies outside the year.";
        for (String name :
                new String[] {"behavioral emergency department claim", "psychiatric service in the emergency room"}) {
            same(
                    visitDay,
                    "edu.yaml > definitions > " + name + " > claim line > starts",
                    "measurement period",
                    A_DAY_EARLIER,
                    A_DAY_LATER);
        }
        String stays = "edu.yaml > windows > measurement period and the day after > ";
        same(
                "A stay before the year follows no visit of the year.",
                stays + "from",
                "start of measurement period",
                "start of measurement period - 1 day");
        same(
                "A stay two days after the year is not within a day of a visit of the year.",
                stays + "to",
                "end of measurement period + 1 day",
                "end of measurement period + 1 day + 1 day");
    }
}
