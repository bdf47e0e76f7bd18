package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.store.TableFile;

/**
 * The folder of one drop below {@code drops/}: accepted rows, rejects and reports. A file that is already there is
 * replaced as a whole and never emptied first, so that another run that reads the same drop finds it whole.
 */
final class DropOutput {
    private static final String ACCEPTED = "accepted";
    private static final String REJECTS = "rejects";

    private final FileStore store;
    private final Path folder;
    private final Set<String> kept = new HashSet<>();

    DropOutput(FileStore store, String folder) {
        this.store = requireNonNull(store, "store");
        this.folder = new Path(requireNonNull(folder, "folder"));
    }

    /** Moves a split's accepted rows to their place and answers where they are now. */
    List<TableFile> keepRows(SplitReport report, String name) throws IOException {
        List<TableFile> moved = new ArrayList<>();
        for (TableFile file : report.files()) {
            Path target = new Path(folder, ACCEPTED + '/' + file.table().tableName() + '/' + name);
            store.move(new Path(file.path()), target);
            kept.add(target.toString());
            moved.add(new TableFile(file.table(), target.toString(), file.bytes(), file.rows()));
        }
        return moved;
    }

    /** Moves a split's rejects to their place and answers where they are now; empty where there are none. */
    String keepRejects(SplitReport report, String name) throws IOException {
        if (report.rejects().isEmpty()) {
            return "";
        }
        Path target = new Path(folder, REJECTS + '/' + name);
        store.move(new Path(report.rejects()), target);
        kept.add(target.toString());
        return target.toString();
    }

    /**
     * Leaves a split's files where an earlier run left them.
     *
     * @param counts whether its rows count now
     */
    PlacedSplit left(Split split, KeptSplit earlier, KeptDrops drops, boolean counts) {
        List<TableFile> rows = new ArrayList<>();
        if (counts) {
            earlier.rows()
                    .tables()
                    .forEach(table -> rows.add(new TableFile(
                            table.table(), drops.path(table.file()).toString(), table.bytes(), table.rows())));
        }
        String rejects =
                earlier.rejects() == null ? "" : drops.path(earlier.rejects()).toString();
        PlacedSplit placed = new PlacedSplit(split, drops.path(earlier.keys()).toString(), rejects, counts, rows);
        kept.addAll(placed.paths());
        return placed;
    }

    /** The name of a split's files: the delivered file and the split's place in it. */
    static String name(Section section, int splitOfSection) {
        return section.name().replace('!', '-') + '-' + splitOfSection + ".parquet";
    }

    void write(String name, byte[] content) throws IOException {
        store.write(new Path(folder, name), content);
    }

    /** Removes what an earlier run left here and this one did not write again. */
    void removeOthers() throws IOException {
        removeOthersIn(new Path(folder, REJECTS));
        Path accepted = new Path(folder, ACCEPTED);
        if (store.exists(accepted)) {
            for (FileStore.Entry table : store.list(accepted)) {
                removeOthersIn(new Path(accepted, table.name()));
            }
        }
    }

    private void removeOthersIn(Path parent) throws IOException {
        if (!store.exists(parent)) {
            return;
        }
        boolean any = false;
        for (FileStore.Entry entry : store.list(parent)) {
            Path path = new Path(parent, entry.name());
            if (kept.contains(path.toString())) {
                any = true;
            } else {
                store.delete(path);
            }
        }
        if (!any) {
            store.delete(parent);
        }
    }
}
