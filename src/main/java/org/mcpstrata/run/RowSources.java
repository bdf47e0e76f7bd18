package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.link.Mention;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;
import org.mcpstrata.store.TableFile;

/**
 * Where accepted rows lie: a table of a drop, as {@code payer/drop/table}. What lies there is the same on two nights exactly
 * if its digest is.
 */
final class RowSources {
    private RowSources() {}

    /** The sources of some rows. */
    static SortedSet<String> of(List<CanonicalRow> rows) {
        SortedSet<String> sources = new TreeSet<>();
        CanonicalRow last = null;
        for (CanonicalRow row : rows) {
            boolean same = last != null
                    && row.table() == last.table()
                    && row.dropId().equals(last.dropId())
                    && row.payerId().equals(last.payerId());
            if (!same) {
                sources.add(name(row.payerId(), row.dropId(), row.table()));
            }
            last = row;
        }
        return sources;
    }

    /** The source of rows that speak of somebody. */
    static String of(Mention mention) {
        return name(mention.payerId(), mention.dropId(), mention.table());
    }

    private static String name(String payerId, String dropId, Table table) {
        return payerId + '/' + dropId + '/' + table.tableName();
    }

    /** The source that a file of {@code drops/} belongs to. */
    static String of(TableFile file) {
        String[] names = file.path().split("/");
        int last = names.length - 1;
        // .../drops/<payer>/<drop>/accepted/<table>/<file>
        return names[last - 4] + '/' + names[last - 3] + '/' + names[last - 1];
    }

    /** The payer whose rows a file of {@code drops/} holds. */
    static String payerOf(TableFile file) {
        String source = of(file);
        return source.substring(0, source.indexOf('/'));
    }

    /** Digest of each source over the digests of its files. */
    static SortedMap<String, String> digests(IngestResult ingested) {
        SortedMap<String, StringBuilder> texts = new TreeMap<>();
        SortedMap<String, TableFile> byPath = new TreeMap<>();
        ingested.files().forEach(file -> byPath.put(file.path(), file));
        byPath.values().forEach(file -> texts.computeIfAbsent(of(file), any -> new StringBuilder())
                .append(file.path().substring(file.path().lastIndexOf('/')))
                .append(' ')
                .append(requireNonNull(ingested.digests().get(file.path()), "digest of a file of rows"))
                .append('\n'));
        SortedMap<String, String> digests = new TreeMap<>();
        for (Map.Entry<String, StringBuilder> text : texts.entrySet()) {
            digests.put(text.getKey(), Digests.text(text.getValue().toString()));
        }
        return digests;
    }
}
