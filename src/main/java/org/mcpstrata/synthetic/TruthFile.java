package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.stream.Collectors;

/** Writes truth.csv: for every person who they truly are and which populations they truly belong to. */
final class TruthFile {
    private final DeliveredFile file;
    private final Timeline timeline;
    private final TruthOracle oracle;
    private final CsvLine line = new CsvLine();

    TruthFile(DeliveredFile file, Timeline timeline) throws IOException {
        this.file = requireNonNull(file, "file");
        this.timeline = requireNonNull(timeline, "timeline");
        this.oracle = new TruthOracle(timeline);
        file.frame(
                "person,mbi,summit_member,medicaid_member,bluestone_member,registry_patient,age,sex,race_set,"
                        + "race_group,language,dual,state,cbp_initial,cbp_excluded,cbp_numerator,gsd_initial,gsd_excluded,"
                        + "gsd_numerator,col_initial,col_excluded,col_numerator,edu_population,edu_excluded,edu_visits,edu_outlier");
    }

    void write(SyntheticPerson person) throws IOException {
        Profile profile = person.profile();
        Truth truth = oracle.judge(person);
        String heritage = profile.heritage().stream().map(Enum::name).collect(Collectors.joining(" "));
        line.start()
                .add(person.number(), person.coverage().currentMbi())
                .add(member(person, Payer.SUMMIT), member(person, Payer.MEDICAID), member(person, Payer.BLUESTONE))
                .add(person.care().registered() ? Registry.patientId(person) : "")
                .add(profile.ageAtEndOf(timeline.year()), profile.genderLetter(), heritage, profile.raceGroup())
                .add(
                        profile.language().bcp47(),
                        person.coverage().dual(),
                        profile.residence().state());
        add(truth.bloodPressure());
        add(truth.glycemicStatus());
        add(truth.colorectal());
        line.add(
                truth.emergencyPopulation(),
                truth.emergencyExcluded(),
                truth.emergencyVisits(),
                truth.emergencyOutlier());
        file.record(line.text());
    }

    private void add(Truth.Populations populations) {
        line.add(populations.initial(), populations.excluded(), populations.numerator());
    }

    private static String member(SyntheticPerson person, Payer payer) {
        return person.coverage().enrollments().stream()
                .filter(span -> span.payer() == payer)
                .map(Enrollment::memberId)
                .findFirst()
                .orElse("");
    }

    void close() throws IOException {
        file.close();
    }
}
