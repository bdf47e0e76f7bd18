package org.mcpstrata.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.store.TableFile;

/** Where the outcomes of a split's records go. */
interface RecordSink extends Closeable {
    void write(CanonicalRow row) throws IOException;

    void reject(Reject reject) throws IOException;

    /** Ends the split: the files that hold its rows. */
    List<TableFile> finish() throws IOException;

    /** The file of rejects, empty where there are none. */
    String rejectsFile();

    /** The first few rejects. */
    List<Reject> firstRejects();
}
