package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.store.RowCodec;
import org.mcpstrata.store.TableReader;

/** The accepted rows of single people, read straight from {@code drops/} without a cluster. */
final class AcceptedRows {
    private final Path drops;
    private final Configuration conf;

    AcceptedRows(String out, Configuration conf) {
        this.drops = new Path(out, "drops");
        this.conf = requireNonNull(conf, "conf");
    }

    /**
     * The rows of some members in the order in which persons are evaluated.
     *
     * @param ofRun the drops that count
     * @param counts which of the rows take part
     */
    List<CanonicalRow> of(List<Member> members, Drops ofRun, Predicate<CanonicalRow> counts) {
        Map<String, Set<String>> byPayer = new TreeMap<>();
        members.forEach(member -> byPayer.computeIfAbsent(member.payerId(), any -> new TreeSet<>())
                .add(member.memberId()));
        List<byte[]> encoded = new ArrayList<>();
        for (Drops.Drop drop : ofRun.ordered()) {
            Set<String> wanted = byPayer.get(drop.payerId());
            if (wanted != null) {
                try {
                    read(drop, wanted, counts, encoded);
                } catch (IOException e) {
                    throw new ProblemException(
                            ProblemCode.BAD_OPTION,
                            Place.of(drop.payerId() + "/" + drop.dropId()),
                            "The accepted rows of the drop cannot be read.");
                }
            }
        }
        return PersonShuffle.inOrder(encoded);
    }

    private void read(Drops.Drop drop, Set<String> wanted, Predicate<CanonicalRow> counts, List<byte[]> encoded)
            throws IOException {
        Path accepted = new Path(drops, drop.payerId() + "/" + drop.dropId() + "/accepted");
        FileSystem files = accepted.getFileSystem(conf);
        for (Table table : EnumSet.complementOf(EnumSet.copyOf(QualityRun.OF_NOBODY))) {
            Path folder = new Path(accepted, table.tableName());
            if (!files.exists(folder)) {
                continue;
            }
            FileStatus[] parts = files.listStatus(folder);
            Arrays.sort(parts);
            for (FileStatus part : parts) {
                try (TableReader rows = TableReader.openMembers(part.getPath(), table.schema(), conf, wanted)) {
                    while (rows.hasNext()) {
                        CanonicalRow row = new CanonicalRow(table, rows.next());
                        if (counts.test(row)) {
                            encoded.add(RowCodec.encode(row));
                        }
                    }
                }
            }
        }
    }
}
