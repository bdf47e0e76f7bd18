package org.mcpstrata.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.mcpstrata.evaluate.Evaluator;
import org.mcpstrata.link.PersonPolicy;
import org.mcpstrata.link.PracticeDirectory;
import org.mcpstrata.measure.MeasureSet;
import org.mcpstrata.measure.Program;
import org.mcpstrata.measure.read.MeasureFolders;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Member;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.store.RowCodec;
import org.mcpstrata.store.TableReader;
import org.mcpstrata.stratify.MemberResult;

/**
 * The people of a published run with their rows as the person pass gets them, in memory, and the measures of that run.
 *
 * @param rows encoded, by person id, for each person at most once
 */
record BenchmarkPeople(
        PublishedRun run, MeasureSet measures, PersonPolicy policy, SortedMap<String, List<byte[]>> rows) {
    /** Reads the newest run below a folder: the first persons by id, as many as wanted or as there are. */
    static BenchmarkPeople of(String out, int wanted) throws IOException {
        Configuration conf = new Configuration();
        PublishedRun run = PublishedRun.open(out, Optional.empty(), conf);
        DefinitionFiles files =
                new DefinitionFiles(MeasureFolders.of(Path.of("measures")), Optional.empty(), Optional.empty());
        int year = run.period().year();
        Program program = files.program(year);
        MeasureSet measures = files.measures(program, year);
        AcceptedRows accepted = new AcceptedRows(out, conf);
        PersonPolicy choices = PersonPolicy.standard()
                .withPayerOrder(program.payerOrder())
                .withCandidates(Definitions.candidates(measures));
        PracticeDirectory.Gathering practices = new PracticeDirectory(run.drops(), choices).gathering();
        accepted.namingPractices(run.drops(), practices::add);

        Map<Member, String> persons = persons(run, conf, wanted);
        SortedMap<String, List<byte[]>> rows = new TreeMap<>();
        Evaluator evaluator = new Evaluator(measures);
        Set<Table> tables = EnumSet.complementOf(EnumSet.copyOf(AcceptedTables.OF_NOBODY));
        Consumer<CanonicalRow> keep = row -> {
            String person = row.memberId() == null ? null : persons.get(row.member());
            if (person != null && PersonPass.mayCount(row, run.drops(), evaluator::isRelevant)) {
                rows.computeIfAbsent(person, any -> new ArrayList<>()).add(RowCodec.encode(row));
            }
        };
        accepted.of(tables, run.drops(), keep);
        return new BenchmarkPeople(run, measures, choices.withPractices(practices.practices()), rows);
    }

    private static Map<Member, String> persons(PublishedRun run, Configuration conf, int wanted) throws IOException {
        org.apache.hadoop.fs.Path table = new org.apache.hadoop.fs.Path(run.folder(), "restricted/member_result");
        FileStatus[] parts = table.getFileSystem(conf).listStatus(table);
        Arrays.sort(parts);
        SortedMap<String, List<Member>> found = new TreeMap<>();
        for (FileStatus part : parts) {
            try (TableReader reader = TableReader.open(part.getPath(), MemberResult.SCHEMA, conf)) {
                while (reader.hasNext() && found.size() <= wanted) {
                    TableRow row = new TableRow(MemberResult.SCHEMA, reader.next());
                    found.computeIfAbsent(row.text("person_id"), any -> StoredVerdicts.members(row));
                }
            }
        }
        Map<Member, String> persons = new HashMap<>();
        found.entrySet().stream().limit(wanted).forEach(person -> person.getValue()
                .forEach(member -> persons.put(member, person.getKey())));
        return persons;
    }
}
