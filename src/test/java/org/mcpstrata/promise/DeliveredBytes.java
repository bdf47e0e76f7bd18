package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.mcpstrata.ingest.BrokenDrop;
import org.mcpstrata.ingest.DropCheck;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.ingest.DropState;

/** A file of forty records, plain or compressed, that is sent with a manifest about the same or about other bytes. */
record DeliveredBytes(String name, byte[] whole) {
    static final int ROWS = 40;

    static DeliveredBytes plain() {
        return new DeliveredBytes("a.csv", DropDraft.bytes(BrokenDrop.attributions(ROWS)));
    }

    static DeliveredBytes gzipped() {
        return new DeliveredBytes("a.csv.gz", DropDraft.gzip(plain().whole));
    }

    static List<DeliveredBytes> both() {
        return List.of(plain(), gzipped());
    }

    /**
     * Sends a drop.
     *
     * @param stated the bytes that the manifest speaks of
     * @param sent the bytes that lie there
     */
    DropDraft send(Path landing, String payer, byte[] stated, byte[] sent) {
        DropDraft draft = new DropDraft(landing, payer, "d1")
                .file(name, "attribution", "canonical-csv", stated, ROWS)
                .write(name, sent);
        draft.send();
        return draft;
    }

    DropOutcome check(Path landing, byte[] stated, byte[] sent) {
        Path folder = send(landing.resolve(name.replace('.', '-')), "payer", stated, sent)
                .folder();
        return DropCheck.check(new org.apache.hadoop.fs.Path(folder.toUri()), Configuration::new);
    }

    /** Fails where a record of a drop that was read is neither accepted nor rejected, or a refusal has no reason. */
    static void accounted(DropOutcome outcome) {
        if (outcome.state() == DropState.REJECTED) {
            assertThat(outcome.problems()).isNotEmpty();
        } else {
            assertThat(outcome.files()).singleElement().satisfies(file -> {
                assertThat(file.delivered()).isEqualTo(ROWS);
                assertThat(file.accepted() + file.rejectedRecords()).isEqualTo(ROWS);
            });
        }
    }
}
