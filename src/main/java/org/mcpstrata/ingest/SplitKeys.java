package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mcpstrata.layout.RecordOutcome;
import org.mcpstrata.model.CanonicalRow;

/** Collects the keys of one task's records, spread over the tasks that will compare them. */
final class SplitKeys {
    private static final int PROVENANCE_COLUMNS = 5;

    private final KeyBlock[] buckets;
    private final Set<KeyBlock.Hash> named = new HashSet<>();
    private RecordKeys recordsOfSplit = (hash, content, line) -> {};

    SplitKeys(int buckets) {
        this.buckets = new KeyBlock[buckets];
        for (int i = 0; i < buckets; i++) {
            this.buckets[i] = new KeyBlock();
        }
    }

    /** Takes the key, content and line of one record. */
    interface RecordKeys {
        void take(KeyBlock.Hash hash, long content, long line) throws IOException;
    }

    /** Starts a split: a member named in it is noted once. */
    void startSplit() {
        named.clear();
    }

    /** From now on the key of each record goes there too, for other runs to compare. */
    void recordsTo(RecordKeys sink) {
        recordsOfSplit = requireNonNull(sink, "sink");
    }

    void add(PlannedDrop drop, RecordPlan plan, int split, long line, RecordOutcome.Accepted record)
            throws IOException {
        if (!record.key().isEmpty()) {
            KeyBlock.Hash key = recordKey(drop, plan, record.key());
            long content = content(plan, record.rows());
            add(key, KeyBlock.Kind.RECORD, content, split, line);
            recordsOfSplit.take(key, content, line);
        }
        if (namesMembers(plan) && !record.rows().isEmpty()) {
            KeyBlock.Hash member = member(drop, record.rows().get(0).memberId());
            if (named.add(member)) {
                add(member, KeyBlock.Kind.MEMBER_NAMED, KeyBlock.ITS_OWN, split, line);
            }
        }
    }

    /** Tables that a run wrote repeat what several lines of a claim say alike (decision 42); no other format does. */
    private static long content(RecordPlan plan, List<CanonicalRow> rows) {
        if (plan.file().format() != FileFormat.CANONICAL_PARQUET) {
            return KeyBlock.ITS_OWN;
        }
        StringBuilder text = new StringBuilder();
        for (CanonicalRow row : rows) {
            text.append(row.memberId());
            row.table().schema().columns().stream()
                    .skip(PROVENANCE_COLUMNS)
                    .map(column -> String.valueOf(row.value(column)))
                    .forEach(value ->
                            text.append('|').append(value.length()).append(':').append(value));
        }
        return KeyBlock.hash("content", text.toString()).low();
    }

    /** Whether the records speak of members whose own records lie elsewhere. */
    static boolean namesMembers(RecordPlan plan) {
        return plan.file().format() == FileFormat.FHIR_NDJSON && !describesMembers(plan);
    }

    /** Whether the records are the members' own. */
    static boolean describesMembers(RecordPlan plan) {
        return plan.file().format() == FileFormat.FHIR_NDJSON
                && plan.section().type().equals(FileFormat.PATIENTS);
    }

    /** A key is one payer's, and one file type's of one family of formats. */
    private static KeyBlock.Hash recordKey(PlannedDrop drop, RecordPlan plan, String key) {
        return KeyBlock.hash("record/" + kind(drop, plan), key);
    }

    /** What must be equal for two keys to be compared. */
    static String kind(PlannedDrop drop, RecordPlan plan) {
        return drop.manifest().payer() + '/' + plan.kind();
    }

    /** The kind of the records that describe members. */
    static String members(PlannedDrop drop) {
        return drop.manifest().payer() + '/' + FileFormat.FHIR_NDJSON.kind(FileFormat.PATIENTS);
    }

    /** The key of the record that describes a member. */
    static KeyBlock.Hash member(PlannedDrop drop, String memberId) {
        return KeyBlock.hash("record/" + members(drop), memberId);
    }

    /** Adds the key of a record that another run read. */
    void addRecord(KeyBlock.Hash hash, long content, int split, long line) {
        add(hash, KeyBlock.Kind.RECORD, content, split, line);
    }

    private void add(KeyBlock.Hash hash, KeyBlock.Kind kind, long content, int split, long line) {
        buckets[Math.floorMod(hash.low(), buckets.length)].add(hash, kind, content, split, line);
    }

    /** The packed entries of each bucket. */
    List<byte[]> packed() {
        return Arrays.stream(buckets).map(KeyBlock::packed).toList();
    }
}
