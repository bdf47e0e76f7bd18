package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;

/** Writes attribution.csv of one payer; Medicaid names another practice for some dual members than Medicare does. */
final class AttributionFile {
    private final DeliveredFile file;
    private final Payer payer;
    private final CsvLine line = new CsvLine();

    AttributionFile(DeliveredFile file, Payer payer) throws IOException {
        this.file = requireNonNull(file, "file");
        this.payer = requireNonNull(payer, "payer");
        file.frame("member_id,practice_id,practice_name,tin,npi,state,track,participant_type,start_date,end_date");
    }

    void write(String memberId, SyntheticPerson person) throws IOException {
        Draw draw = person.clerk(20);
        boolean disagrees = payer == Payer.MEDICAID && person.coverage().hasMedicare() && draw.chance(0.08);
        PracticeSite other =
                draw.pick(PracticeSite.inState(person.profile().residence().state()));
        for (Attribution span : person.attributions()) {
            PracticeSite site = disagrees ? other : span.practice();
            line.start()
                    .add(memberId, site.id(), site.name(), site.tin(), site.npi(), site.state(), site.track())
                    .add(site.participantType(), span.start(), span.end());
            file.record(line.text());
        }
    }
}
