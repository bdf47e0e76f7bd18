package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;

/** Writes attribution.csv of one payer. */
final class AttributionFile {
    private final DeliveredFile file;
    private final CsvLine line = new CsvLine();

    AttributionFile(DeliveredFile file) throws IOException {
        this.file = requireNonNull(file, "file");
        file.frame("member_id,practice_id,practice_name,tin,npi,state,track,participant_type,start_date,end_date");
    }

    void write(String memberId, SyntheticPerson person) throws IOException {
        for (Attribution span : person.attributions()) {
            PracticeSite site = span.practice();
            line.start()
                    .add(memberId, site.id(), site.name(), site.tin(), site.npi(), site.state(), site.track())
                    .add(site.participantType(), span.start(), span.end());
            file.record(line.text());
        }
    }
}
