package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.LocalDate;

/** Writes what CCLF cannot say: coverage spans (eligibility.csv) and demographic statements (demographics.csv). */
final class MedicareSideFiles {
    private final DeliveredFile eligibility;
    private final DeliveredFile demographics;
    private final CclfBeneficiary beneficiary;
    private final Timeline timeline;
    private final CsvLine line = new CsvLine();

    MedicareSideFiles(
            DeliveredFile eligibility, DeliveredFile demographics, CclfBeneficiary beneficiary, Timeline timeline)
            throws IOException {
        this.eligibility = requireNonNull(eligibility, "eligibility");
        this.demographics = requireNonNull(demographics, "demographics");
        this.beneficiary = requireNonNull(beneficiary, "beneficiary");
        this.timeline = requireNonNull(timeline, "timeline");
        eligibility.frame("member_id,subscriber_id,mbi,birth_date,gender,death_date,enrollment_start_date,"
                + "enrollment_end_date,payer_type,plan,dual_status_code,medicare_status_code,"
                + "original_reason_entitlement_code,lis_level,first_name,last_name,address_zip,address_county,"
                + "address_state");
        demographics.frame("member_id,attribute,value,code_system,missing_reason,method,observed_date");
    }

    void write(SyntheticPerson person) throws IOException {
        writeCoverage(person);
        writeStatements(person);
    }

    private void writeCoverage(SyntheticPerson person) throws IOException {
        Profile profile = person.profile();
        String mbi = person.coverage().currentMbi();
        boolean subsidy =
                person.coverage().dual() == Dual.FULL || person.coverage().dual() == Dual.PARTIAL;
        for (Enrollment span : person.coverage().enrollments()) {
            if (span.payer() == Payer.MEDICARE_FFS) {
                line.start()
                        .add(mbi, mbi, mbi, profile.birth(), profile.genderWord())
                        .add(profile.death().map(LocalDate::toString).orElse(""), span.start(), span.end())
                        .add("MEDICARE_FFS", "", person.coverage().dualCode(), beneficiary.statusCode(profile))
                        .add(profile.originalReason(), subsidy ? "1" : "", profile.givenName(), profile.familyName())
                        .add(
                                profile.residence().zip(),
                                profile.residence().county(),
                                profile.residence().state());
                eligibility.record(line.text());
            }
        }
    }

    private void writeStatements(SyntheticPerson person) throws IOException {
        Draw draw = person.clerk(1);
        Profile profile = person.profile();
        String mbi = person.coverage().currentMbi();
        String enrolled = draw.chance(0.5) ? timeline.historyStart().toString() : "";
        String administrative = administrativeRace(CclfBeneficiary.raceCode(person));
        if (administrative.isEmpty()) {
            statement(mbi, "race", "", "", "UNKNOWN", "ADMINISTRATIVE", enrolled);
        } else {
            String attribute = administrative.equals("2135-2") ? "ethnicity" : "race";
            statement(mbi, attribute, administrative, "CDCREC", "", "ADMINISTRATIVE", enrolled);
        }
        String sex = profile.female() ? "248152002" : "248153007";
        statement(
                mbi,
                "sex",
                sex,
                "SNOMED",
                "",
                "ADMINISTRATIVE",
                timeline.historyStart().toString());
        selfReport(person, mbi, draw);
        if (draw.chance(0.6)) {
            String day = draw.day(timeline.historyStart(), timeline.end()).toString();
            statement(mbi, "language", profile.language().bcp47(), "BCP47", "", "SELF_REPORT", day);
            if (!profile.english()) {
                statement(mbi, "interpreter_need", draw.pick("Y", "Y", "N"), "LOCAL", "", "SELF_REPORT", day);
            }
        } else if (draw.chance(0.2)) {
            statement(
                    mbi,
                    "language",
                    "",
                    "",
                    "NOT_ASKED",
                    "ADMINISTRATIVE",
                    timeline.historyStart().toString());
        }
        if (draw.chance(0.5)) {
            String day = draw.day(timeline.historyStart(), timeline.end()).toString();
            statement(mbi, "disability", profile.disabled() ? "Y" : "N", "LOCAL", "", "SELF_REPORT", day);
        }
    }

    /** What people said themselves: mostly the truth, sometimes an earlier different answer, a refusal or "do not know". */
    private void selfReport(SyntheticPerson person, String mbi, Draw draw) throws IOException {
        if (!draw.chance(0.65)) {
            return;
        }
        String method = draw.chance(0.6) ? "SELF_REPORT" : "SELF_REPORT_ENROLLMENT";
        LocalDate day =
                draw.day(timeline.historyStart().plusMonths(3), timeline.end().minusMonths(1));
        if (draw.chance(0.04)) {
            statement(
                    mbi,
                    "race",
                    "2131-1",
                    "CDCREC",
                    "",
                    method,
                    day.minusDays(400).toString());
        }
        if (draw.chance(0.05)) {
            String reason = draw.pick("DECLINED", "DECLINED", "ASKED_UNKNOWN");
            statement(mbi, "race", "", "", reason, method, day.toString());
            return;
        }
        for (Heritage heritage : person.profile().heritage()) {
            if (heritage.isRace()) {
                statement(mbi, "race", heritage.cdcrec(), "CDCREC", "", method, day.toString());
            }
        }
        String ethnicity = person.profile().hispanic() ? "2135-2" : "2186-5";
        statement(mbi, "ethnicity", ethnicity, "CDCREC", "", method, day.toString());
    }

    private static String administrativeRace(char code) {
        return switch (code) {
            case '1' -> "2106-3";
            case '2' -> "2054-5";
            case '3' -> "2131-1";
            case '4' -> "2028-9";
            case '5' -> "2135-2";
            case '6' -> "1002-5";
            default -> "";
        };
    }

    private void statement(
            String member, String attribute, String value, String system, String missing, String method, String day)
            throws IOException {
        line.start().add(member, attribute, value, system, missing, method, day);
        demographics.record(line.text());
    }
}
