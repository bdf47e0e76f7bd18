package org.mcpstrata.synthetic;

import java.util.EnumMap;
import java.util.Map;

/**
 * The inequities built into the population, so that a test can find them again in the results. They are invented, and say
 * nothing about real people.
 *
 * @param poorGlycemicControl chance that a person with diabetes ends the period in poor control (CMS122 numerator)
 * @param controlledBloodPressure chance that an English-speaking person with hypertension ends it controlled (CMS165)
 * @param bloodPressureLanguageLoss taken off that chance for people whose language is not English
 * @param colorectalScreening chance of being screened (CMS130) for English-speaking people without Medicaid beside Medicare
 * @param colorectalLanguageLoss taken off that chance for people whose language is not English
 * @param colorectalDualLoss taken off that chance for people with full Medicaid beside Medicare
 * @param emergencyVisits mean number of counted ED visits in the period (EDU) of people who are not fully dual, the few
 *     outliers of {@link FrequentEmergencyCare} left aside: they are as frequent in every group
 * @param emergencyVisitsDual the same for people with full Medicaid beside Medicare
 */
public record PlantedDisparities(
        Map<RaceGroup, Double> poorGlycemicControl,
        Map<RaceGroup, Double> controlledBloodPressure,
        double bloodPressureLanguageLoss,
        double colorectalScreening,
        double colorectalLanguageLoss,
        double colorectalDualLoss,
        double emergencyVisits,
        double emergencyVisitsDual) {
    public PlantedDisparities {
        poorGlycemicControl = Map.copyOf(poorGlycemicControl);
        controlledBloodPressure = Map.copyOf(controlledBloodPressure);
    }

    /** The inequities of the sample data. */
    public static PlantedDisparities standard() {
        Map<RaceGroup, Double> poor = new EnumMap<>(RaceGroup.class);
        poor.put(RaceGroup.WHITE, 0.18);
        poor.put(RaceGroup.ASIAN, 0.16);
        poor.put(RaceGroup.BLACK, 0.30);
        poor.put(RaceGroup.HISPANIC, 0.32);
        poor.put(RaceGroup.AIAN, 0.40);
        poor.put(RaceGroup.NHPI, 0.26);
        poor.put(RaceGroup.MULTIPLE, 0.22);
        Map<RaceGroup, Double> controlled = new EnumMap<>(RaceGroup.class);
        controlled.put(RaceGroup.WHITE, 0.74);
        controlled.put(RaceGroup.ASIAN, 0.76);
        controlled.put(RaceGroup.BLACK, 0.58);
        controlled.put(RaceGroup.HISPANIC, 0.68);
        controlled.put(RaceGroup.AIAN, 0.60);
        controlled.put(RaceGroup.NHPI, 0.64);
        controlled.put(RaceGroup.MULTIPLE, 0.70);
        return new PlantedDisparities(poor, controlled, 0.10, 0.70, 0.16, 0.10, 0.35, 0.90);
    }

    double poorGlycemicControl(RaceGroup group) {
        return poorGlycemicControl.get(group);
    }

    double controlledBloodPressure(RaceGroup group, boolean english) {
        return controlledBloodPressure.get(group) - (english ? 0 : bloodPressureLanguageLoss);
    }

    double colorectalScreening(boolean english, boolean fullDual) {
        return colorectalScreening - (english ? 0 : colorectalLanguageLoss) - (fullDual ? colorectalDualLoss : 0);
    }

    double emergencyVisits(boolean fullDual) {
        return fullDual ? emergencyVisitsDual : emergencyVisits;
    }
}
