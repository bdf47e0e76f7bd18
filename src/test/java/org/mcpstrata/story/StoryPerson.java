package org.mcpstrata.story;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mcpstrata.canonicalize.FinalAction;
import org.mcpstrata.evaluate.Evaluator;
import org.mcpstrata.layout.CanonicalCsvLayout;
import org.mcpstrata.layout.DropFacts;
import org.mcpstrata.layout.RecordOutcome;
import org.mcpstrata.link.PersonPolicy;
import org.mcpstrata.link.PersonResolver;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Drops;
import org.mcpstrata.model.Person;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.model.Verdict;
import org.mcpstrata.time.MeasurementPeriod;

/**
 * The person of one story as the evaluator sees them: rows read by the reader of canonical files, final action taken,
 * coverage and demographics settled. Asks the measures without a run, in a thousandth of its time.
 */
record StoryPerson(Story story, Person person, List<CanonicalRow> rows) {
    private static final int LINE_END = 2;

    StoryPerson {
        requireNonNull(story, "story");
        requireNonNull(person, "person");
        rows = List.copyOf(rows);
    }

    static StoryPerson of(Story story) throws IOException {
        String drop = CanonicalDrop.idOf(story.year());
        Drops drops = new Drops(List.of(
                new Drops.Drop(story.payer(), drop, story.lineOfBusiness(), (story.year() + 1) + "-04-01T00:00:00Z")));
        List<CanonicalRow> delivered = new ArrayList<>();
        for (StoryRow row : story.rows()) {
            Provenance at = new Provenance(story.payer(), drop, row.table().tableName() + ".csv", delivered.size() + 1);
            delivered.addAll(canonical(story, row, at));
        }
        List<CanonicalRow> counting = new FinalAction(drops).of(delivered).rows();
        MeasurementPeriod period = new MeasurementPeriod(story.year());
        Person person = new PersonResolver(period, drops, PersonPolicy.standard()).resolve(story.memberId(), counting);
        return new StoryPerson(story, person, counting);
    }

    /** What the measures say of the person, in the form in which stories are compared. */
    List<MemberResult> results(Evaluator evaluator) {
        return evaluator.evaluate(person, rows).stream().map(this::result).toList();
    }

    private MemberResult result(Verdict verdict) {
        Map<String, Boolean> populations = new TreeMap<>();
        populations.put("initial_population", verdict.initialPopulation());
        populations.put("denominator_exclusion", verdict.denominatorExclusion());
        populations.put("denominator_exception", verdict.denominatorException());
        populations.put("numerator", verdict.numerator());
        Map<String, BigDecimal> amounts = new TreeMap<>();
        if (verdict.observation() != null) {
            amounts.put("observation", verdict.observation());
        }
        if (verdict.exposure() != null) {
            amounts.put("exposure", verdict.exposure());
        }
        return new MemberResult(
                verdict.measureId(), verdict.rateId(), person.members(), populations, amounts, verdict.reasons());
    }

    private static List<CanonicalRow> canonical(Story story, StoryRow row, Provenance at) throws IOException {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(CanonicalDrop.record(row.table(), story.memberId(), row.values()));
        }
        byte[] line = text.toString().getBytes(StandardCharsets.UTF_8);
        DropFacts facts = new DropFacts(story.lineOfBusiness(), LocalDate.of(story.year() + 1, 4, 1));
        RecordOutcome outcome = CanonicalCsvLayout.of(row.table(), CanonicalDrop.header(row.table()))
                .read(line, 0, line.length - LINE_END, at, facts);
        if (outcome instanceof RecordOutcome.Accepted accepted) {
            return accepted.rows();
        }
        throw new StoryException(story.toString(), "a row cannot be read: " + outcome);
    }
}
