package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.link.Mention;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
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
     * What reaches the evaluation of a person.
     *
     * @param members all that the person is
     * @param ofRun the drops that count
     * @param counts which of the rows take part
     * @param speaks which of the others speak of the person all the same
     */
    PersonRows of(List<Member> members, Drops ofRun, Predicate<CanonicalRow> counts, Predicate<CanonicalRow> speaks) {
        Map<String, Set<String>> byPayer = new TreeMap<>();
        members.forEach(member -> byPayer.computeIfAbsent(member.payerId(), any -> new TreeSet<>())
                .add(member.memberId()));
        List<byte[]> encoded = new ArrayList<>();
        SortedSet<Mention> leftBehind = new TreeSet<>();
        for (Drops.Drop drop : ofRun.ordered()) {
            Set<String> wanted = byPayer.get(drop.payerId());
            if (wanted != null) {
                Opening ofMembers = (file, table) -> TableReader.openMembers(file, table.schema(), conf, wanted);
                read(
                        drop,
                        EnumSet.complementOf(EnumSet.copyOf(AcceptedTables.OF_NOBODY)),
                        ofMembers,
                        (table, values) -> {
                            CanonicalRow row = new CanonicalRow(table, values);
                            if (counts.test(row)) {
                                encoded.add(RowCodec.encode(row));
                            } else if (speaks.test(row)) {
                                leftBehind.add(Mention.of(row));
                            }
                        });
            }
        }
        return new PersonRows(members, PersonShuffle.inOrder(encoded), leftBehind);
    }

    /** All rows of some tables, one after the other. */
    void of(Set<Table> tables, Drops ofRun, Consumer<CanonicalRow> each) {
        ofRun.ordered()
                .forEach(drop -> read(
                        drop,
                        tables,
                        (file, table) -> TableReader.open(file, table.schema(), conf),
                        (table, values) -> each.accept(new CanonicalRow(table, values))));
    }

    /** The rows that name practices, one after the other, those of patients with nothing else. */
    void namingPractices(Drops ofRun, Consumer<CanonicalRow> each) {
        of(AcceptedTables.NAMING_PRACTICES, ofRun, each);
        Column practice = AcceptedTables.PRACTICE_OF_PATIENT;
        ofRun.ordered()
                .forEach(drop -> read(
                        drop,
                        Set.of(Table.PATIENT),
                        (file, table) -> TableReader.open(file, table.schema().only(List.of(practice.name())), conf),
                        (table, values) -> {
                            Object[] row = new Object[table.schema().columns().size()];
                            row[practice.index()] = values[0];
                            each.accept(new CanonicalRow(table, row));
                        }));
    }

    /** Which rows and columns of a file are read. */
    private interface Opening {
        TableReader open(Path file, Table table) throws IOException;
    }

    private void read(Drops.Drop drop, Set<Table> tables, Opening opening, BiConsumer<Table, Object[]> each) {
        Path accepted = new Path(drops, drop.payerId() + "/" + drop.dropId() + "/accepted");
        try {
            FileSystem files = accepted.getFileSystem(conf);
            for (Table table : tables) {
                Path folder = new Path(accepted, table.tableName());
                if (files.exists(folder)) {
                    FileStatus[] parts = files.listStatus(folder);
                    Arrays.sort(parts);
                    for (FileStatus part : parts) {
                        try (TableReader rows = opening.open(part.getPath(), table)) {
                            rows.forEachRemaining(values -> each.accept(table, values));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new ProblemException(
                    ProblemCode.BAD_OPTION,
                    Place.of(drop.payerId() + "/" + drop.dropId()),
                    "The accepted rows of the drop cannot be read.");
        }
    }
}
