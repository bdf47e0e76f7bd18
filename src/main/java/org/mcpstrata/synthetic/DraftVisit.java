package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A primary care visit while its story is still being written: topics of care add diagnoses and services to it. */
final class DraftVisit {
    private final LocalDate day;
    private final String code;
    private final Setting setting;
    private final int registryVisit;
    private final List<String> diagnoses = new ArrayList<>();
    private final List<ClaimLine> lines = new ArrayList<>();
    private Fate fate = Fate.PAID;
    private String mistake = "";

    /** @param registryVisit sequence of the same visit in the registry, or 0 */
    DraftVisit(LocalDate day, String code, Setting setting, int registryVisit) {
        this.day = requireNonNull(day, "day");
        this.code = requireNonNull(code, "code");
        this.setting = requireNonNull(setting, "setting");
        this.registryVisit = registryVisit;
    }

    LocalDate day() {
        return day;
    }

    int registryVisit() {
        return registryVisit;
    }

    boolean inPerson() {
        return setting != Setting.TELEHEALTH;
    }

    boolean qualifies() {
        return Codes.QUALIFYING_VISIT.contains(code);
    }

    void diagnose(String icd10) {
        if (!diagnoses.contains(icd10)) {
            diagnoses.add(icd10);
        }
    }

    void service(String hcpcs, long chargeCents) {
        lines.add(line(hcpcs, chargeCents, ClaimLine.Kind.PAID));
    }

    void refusedService(String hcpcs, long chargeCents) {
        lines.add(line(hcpcs, chargeCents, ClaimLine.Kind.DENIED));
    }

    void quality(String code) {
        lines.add(line(code, 0, ClaimLine.Kind.QUALITY));
    }

    void correctLater(String wrongCode) {
        fate = Fate.CORRECTED;
        mistake = requireNonNull(wrongCode, "wrongCode");
    }

    void end(Fate decided) {
        fate = requireNonNull(decided, "decided");
    }

    private ClaimLine line(String hcpcs, long chargeCents, ClaimLine.Kind kind) {
        return new ClaimLine(day, day, hcpcs, setting.institutional() ? "0521" : "", chargeCents, kind);
    }

    /** The finished claim; a health centre bills its own visit code before the detail line. */
    Claim claim(int sequence) {
        List<ClaimLine> all = new ArrayList<>();
        if (setting == Setting.HEALTH_CENTER) {
            all.add(line("G0467", 21_000, ClaimLine.Kind.PAID));
        }
        all.add(line(code, 15_000 + 10 * (day.getDayOfYear() % 97), ClaimLine.Kind.PAID));
        all.addAll(lines);
        List<String> codes = diagnoses.isEmpty() ? List.of("Z00.00") : diagnoses;
        String status = setting.institutional() ? "01" : "";
        return new Claim(sequence, setting, day, day, codes, all, List.of(), status, "", fate, mistake);
    }
}
