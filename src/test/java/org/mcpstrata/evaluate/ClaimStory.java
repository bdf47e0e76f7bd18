package org.mcpstrata.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.RowBuilder;
import org.mcpstrata.model.Table;

/** One invented medical claim: professional and paid unless told otherwise. */
final class ClaimStory {
    private final String id;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> diagnoses = new ArrayList<>();
    private final List<String> causes = new ArrayList<>();
    private final List<String> icdProcedures = new ArrayList<>();
    private String type = "professional";
    private String bill;
    private String from;
    private String thru;
    private String admitted;
    private String discharged;
    private String disposition;
    private String status = "paid";

    private record Line(
            String day, String lastDay, String service, String revenue, String place, String modifier, String status) {}

    ClaimStory(String id) {
        this.id = id;
    }

    ClaimStory institutional(String billType) {
        type = "institutional";
        bill = billType;
        return this;
    }

    ClaimStory equipment() {
        type = "dme";
        return this;
    }

    ClaimStory days(String first, String last) {
        from = first;
        thru = last;
        return this;
    }

    ClaimStory admitted(String admission, String discharge, String dispositionCode) {
        admitted = admission;
        discharged = discharge;
        disposition = dispositionCode;
        return this;
    }

    ClaimStory denied() {
        status = "denied";
        return this;
    }

    ClaimStory line(String day, String service) {
        return line(day, service, "11");
    }

    ClaimStory line(String day, String service, String place) {
        lines.add(new Line(day, day, service, null, place, null, "paid"));
        return this;
    }

    ClaimStory spanningLine(String first, String last, String service, String place) {
        lines.add(new Line(first, last, service, null, place, null, "paid"));
        return this;
    }

    ClaimStory modifiedLine(String day, String service, String modifier) {
        lines.add(new Line(day, day, service, null, "11", modifier, "paid"));
        return this;
    }

    ClaimStory deniedLine(String day, String service) {
        lines.add(new Line(day, day, service, null, "11", null, "denied"));
        return this;
    }

    ClaimStory revenue(String day, String revenueCenter) {
        lines.add(new Line(day, day, null, revenueCenter, null, null, "paid"));
        return this;
    }

    ClaimStory diagnoses(String... codes) {
        diagnoses.addAll(List.of(codes));
        return this;
    }

    ClaimStory externalCause(String code) {
        causes.add(code);
        return this;
    }

    ClaimStory icdProcedure(String code) {
        icdProcedures.add(code);
        return this;
    }

    List<RowBuilder> rows() {
        List<RowBuilder> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            rows.add(line(i + 1, lines.get(i)));
        }
        for (int i = 0; i < diagnoses.size(); i++) {
            rows.add(new RowBuilder(Table.CLAIM_DIAGNOSIS)
                    .set("claim_id", id)
                    .set("record_version", 0)
                    .set("claim_line_number", 0)
                    .set("sequence", i + 1)
                    .set("role", i == 0 ? "principal" : "other")
                    .set("code_system", "ICD10CM")
                    .set("code", diagnoses.get(i)));
        }
        for (int i = 0; i < causes.size(); i++) {
            rows.add(new RowBuilder(Table.CLAIM_DIAGNOSIS)
                    .set("claim_id", id)
                    .set("record_version", 0)
                    .set("claim_line_number", 0)
                    .set("sequence", diagnoses.size() + i + 1)
                    .set("role", "external_cause")
                    .set("code_system", "ICD10CM")
                    .set("code", causes.get(i)));
        }
        for (int i = 0; i < icdProcedures.size(); i++) {
            rows.add(new RowBuilder(Table.CLAIM_PROCEDURE)
                    .set("claim_id", id)
                    .set("record_version", 0)
                    .set("sequence", i + 1)
                    .set("code_system", "ICD10PCS")
                    .set("code", icdProcedures.get(i))
                    .set("procedure_date", first()));
        }
        return rows;
    }

    private LocalDate first() {
        return Story.date(from == null ? lines.get(0).day() : from);
    }

    private RowBuilder line(int number, Line line) {
        return new RowBuilder(Table.MEDICAL_CLAIM)
                .set("claim_id", id)
                .set("claim_line_number", number)
                .set("claim_type", type)
                .set("record_version", 0)
                .set("adjustment_type", "ORIGINAL")
                .set("claim_start_date", first())
                .set(
                        "claim_end_date",
                        Story.date(thru == null ? lines.get(lines.size() - 1).lastDay() : thru))
                .set("claim_line_start_date", Story.date(line.day()))
                .set("claim_line_end_date", Story.date(line.lastDay()))
                .set("admission_date", Story.date(admitted))
                .set("discharge_date", Story.date(discharged))
                .set("discharge_disposition_code", disposition)
                .set("bill_type_code", bill)
                .set("place_of_service_code", line.place())
                .set("revenue_center_code", line.revenue())
                .set("hcpcs_code", line.service())
                .set("hcpcs_modifier_1", line.modifier())
                .set("claim_status", status)
                .set("line_status", line.status());
    }
}
