package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.ingest.DropOutcome;
import org.mcpstrata.ingest.DropState;
import org.mcpstrata.ingest.FileOutcome;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.link.CompletenessTable;
import org.mcpstrata.link.DemographicCompleteness;
import org.mcpstrata.link.LinkFinding;
import org.mcpstrata.link.LinkFindings;
import org.mcpstrata.link.LinkMetric;
import org.mcpstrata.link.LinkReport;
import org.mcpstrata.link.LinkTable;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.Law;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.publish.Staging;
import org.mcpstrata.publish.WrittenTable;

/** Writes what linking found and how much is known of people, and holds the laws of both against what is read back. */
final class LinkageTables {
    private final Staging staging;
    private final WrittenTable linked;
    private final WrittenTable completeness;
    private final long raceKnown;

    private LinkageTables(Staging staging, LinkFindings findings, DemographicCompleteness known, Tables tables) {
        this.staging = staging;
        this.linked = staging.writeTable(
                "restricted/" + LinkTable.SCHEMA.name(),
                LinkTable.SCHEMA,
                tables.linked().rows(findings).iterator());
        this.completeness = staging.writeTable(
                "restricted/" + CompletenessTable.SCHEMA.name(),
                CompletenessTable.SCHEMA,
                tables.completeness().rows(known).iterator());
        this.raceKnown = known.known(Attribute.RACE_ETHNICITY);
    }

    private record Tables(LinkTable linked, CompletenessTable completeness) {}

    static LinkageTables write(
            Staging staging, RunBasis basis, LinkReport linked, PassSums sums, long anonymousResponses) {
        requireNonNull(staging, "staging");
        LinkFindings.Counting findings = new LinkFindings.Counting();
        findings.add(linked.findings());
        findings.add(sums.linkage());
        findings.add(orphans(basis.ingested()));
        findings.add(
                LinkFinding.ofPayer(LinkMetric.SURVEY_RESPONSES, LinkFinding.ALL),
                sums.surveyRows() + anonymousResponses);
        findings.add(LinkFinding.ofPayer(LinkMetric.SURVEY_RESPONSES_ANONYMOUS, LinkFinding.ALL), anonymousResponses);
        return new LinkageTables(
                staging,
                findings.counted(),
                sums.completeness(),
                new Tables(
                        new LinkTable(basis.runId().value()),
                        new CompletenessTable(
                                basis.runId().value(), basis.options().period())));
    }

    /** Records that intake refused because nobody described their member, of the drops that count. */
    static LinkFindings orphans(IngestResult ingested) {
        LinkFindings.Counting findings = new LinkFindings.Counting();
        for (DropOutcome drop : ingested.outcomes()) {
            if (drop.state() == DropState.ACCEPTED) {
                for (FileOutcome file : drop.files()) {
                    findings.add(LinkFinding.ofPayer(LinkMetric.RECORDS, drop.payer()), file.delivered());
                    findings.add(
                            LinkFinding.ofPayer(LinkMetric.RECORDS_REJECTED_ORPHAN, drop.payer()),
                            file.rejected().getOrDefault(ProblemCode.ORPHAN, 0L));
                }
            }
        }
        return findings.counted();
    }

    /** People whose race or ethnicity is known when all evidence is weighed. */
    long raceKnown() {
        return raceKnown;
    }

    /** The laws of both tables, held against their rows as they are on disk. */
    List<Law> laws(LinkReport report, long personsEvaluated, long claimRows) {
        List<Law> laws = new ArrayList<>(LinkageLaws.linked(read(linked), report, claimRows));
        laws.addAll(LinkageLaws.completeness(read(completeness), personsEvaluated));
        return laws;
    }

    private List<TableRow> read(WrittenTable table) {
        List<TableRow> rows = new ArrayList<>();
        staging.reread(table, rows::add);
        return rows;
    }
}
