package org.mcpstrata.ingest;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.store.TableFile;

/** Keeps the first few rejects and writes nothing: for looking at a drop without taking it in. */
class NoFiles implements RecordSink {
    private final List<Reject> firstRejects = new ArrayList<>();

    @Override
    public void write(CanonicalRow row) {
        // Accepted rows are counted by the reader; nobody keeps them here.
    }

    @Override
    public void reject(Reject reject) {
        if (firstRejects.size() < SplitReport.FIRST_REJECTS) {
            firstRejects.add(reject);
        }
    }

    @Override
    public List<TableFile> finish() {
        return List.of();
    }

    @Override
    public String rejectsFile() {
        return "";
    }

    @Override
    public List<Reject> firstRejects() {
        return firstRejects;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
