package org.mcpstrata.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mcpstrata.layout.AmountEvidence;
import org.mcpstrata.layout.AmountForm;
import org.mcpstrata.layout.ApcdFileType;
import org.mcpstrata.layout.ApcdFrame;
import org.mcpstrata.layout.ApcdLayout;
import org.mcpstrata.layout.ApcdVariant;
import org.mcpstrata.layout.CanonicalCsvLayout;
import org.mcpstrata.layout.CclfLayout;
import org.mcpstrata.layout.ControlRecord;
import org.mcpstrata.layout.DropFacts;
import org.mcpstrata.layout.FhirLayout;
import org.mcpstrata.layout.Medications;
import org.mcpstrata.layout.RecordOutcome;
import org.mcpstrata.layout.RecordReader;
import org.mcpstrata.layout.RifLayout;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.model.Table;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.quality.ApcdTerms;

/**
 * The plug point for formats: what frames a file's records, and which layout reads them. A new format is a new case
 * here and a new {@link RecordReader} in the layout package.
 */
final class Readers {
    private Readers() {}

    /** The plan for a section, or nothing with problems where its header or frame cannot be used. */
    static Optional<RecordPlan> plan(
            Section section,
            ManifestFile file,
            DropFacts facts,
            AmountEvidence amounts,
            ApcdTerms terms,
            Place drop,
            Problems problems) {
        Place at = drop.inFile(section.name());
        return switch (file.format()) {
            case CCLF -> Optional.of(cclf(section, file, facts));
            case APCD_CDL -> apcd(section, file, facts, amounts, terms, at, problems);
            case FHIR_NDJSON ->
                Optional.of(new RecordPlan(
                        section,
                        file,
                        new LineRules(Encoding.UTF_8, FhirLayout.LONGEST_LINE, false),
                        0,
                        0,
                        facts,
                        ApcdForm.NONE));
            case CANONICAL_CSV -> csv(section, file, facts, at, problems);
            case CANONICAL_PARQUET ->
                Optional.of(new RecordPlan(
                        section, file, new LineRules(Encoding.UTF_8, 0, false), 0, 0, facts, ApcdForm.NONE));
            case RIF -> rif(section, file, facts, at, problems);
        };
    }

    private static RecordPlan cclf(Section section, ManifestFile file, DropFacts facts) {
        byte[] first = section.headLine(0);
        boolean titled =
                section.type().equals(FileFormat.CONTROL_FILE) && ControlRecord.isHeader(first, 0, first.length);
        return new RecordPlan(section, file, lines(file), titled ? 1 : 0, 0, facts, ApcdForm.NONE);
    }

    private static Optional<RecordPlan> apcd(
            Section section,
            ManifestFile file,
            DropFacts facts,
            AmountEvidence amounts,
            ApcdTerms terms,
            Place at,
            Problems problems) {
        Optional<AmountForm> form = amounts.form();
        if (form.isEmpty()) {
            problems.add(ProblemCode.FIELD_TYPE, at, "One record writes amounts with and without a point.");
        }
        if (header(section).isEmpty() || trailer(section).isEmpty() || section.lines() < 2) {
            problems.add(ProblemCode.HEADER_TRAILER, at, "");
            return Optional.empty();
        }
        String payerCode = header(section).orElseThrow().payer();
        if (!terms.payerCode().isEmpty() && !terms.payerCode().equals(payerCode)) {
            problems.add(ProblemCode.WRONG_PAYER, at.atField("payer"), "HD names another payer than was agreed.");
            return Optional.empty();
        }
        ApcdVariant variant = new ApcdVariant(ApcdVariant.COMMON.layout(), terms.extraColumns(section.type()));
        byte[] second = section.headLine(1);
        boolean named = section.lines() > 2
                && ApcdFrame.parse(second, 0, second.length)
                        .filter(frame -> frame instanceof ApcdFrame.ColumnNames)
                        .isPresent();
        return form.map(read -> new RecordPlan(
                section,
                file,
                lines(file),
                named ? 2 : 1,
                1,
                facts,
                new ApcdForm(read, columns(section, file, variant), variant)));
    }

    /** What the manifest's layout version says; without one, the first line behind HD is as wide as all others. */
    private static int columns(Section section, ManifestFile file, ApcdVariant variant) {
        if (!file.layoutVersion().isEmpty()) {
            int major = Integer.parseInt(file.layoutVersion().split("\\.", 2)[0]);
            return ApcdLayout.of(ApcdFileType.ofManifest(section.type()).orElseThrow(), AmountForm.POINT, variant)
                    .columnsOf(major);
        }
        int columns = 1;
        for (byte b : section.headLine(1)) {
            columns += b == '|' ? 1 : 0;
        }
        return columns;
    }

    /** The reader of a planned APCD section's lines. */
    static ApcdLayout apcd(RecordPlan plan) {
        return ApcdLayout.of(
                        ApcdFileType.ofManifest(plan.section().type()).orElseThrow(),
                        plan.apcd().amounts(),
                        plan.apcd().variant())
                .ofColumns(plan.apcd().columns());
    }

    static Optional<ApcdFrame.Header> header(Section section) {
        byte[] first = section.headLine(0);
        return ApcdFrame.parse(first, 0, first.length)
                .filter(frame -> frame instanceof ApcdFrame.Header)
                .map(frame -> (ApcdFrame.Header) frame);
    }

    static Optional<ApcdFrame.Trailer> trailer(Section section) {
        byte[] last = section.lastLine();
        return ApcdFrame.parse(last, 0, last.length)
                .filter(frame -> frame instanceof ApcdFrame.Trailer)
                .map(frame -> (ApcdFrame.Trailer) frame);
    }

    private static Optional<RecordPlan> csv(
            Section section, ManifestFile file, DropFacts facts, Place at, Problems problems) {
        byte[] first = section.headLine(0);
        if (!Utf8.isText(first, 0, first.length, false)) {
            problems.add(ProblemCode.ENCODING, atFaultOf(first, at), "");
            return Optional.empty();
        }
        List<String> faults = CanonicalCsvLayout.headerFaults(table(file), header(first));
        faults.forEach(fault -> problems.add(ProblemCode.HEADER_INVALID, at.atLine(1), fault));
        LineRules rules = new LineRules(file.encoding(), LineRules.LONGEST_LINE, section.quotes());
        return faults.isEmpty()
                ? Optional.of(new RecordPlan(section, file, rules, 1, 0, facts, ApcdForm.NONE))
                : Optional.empty();
    }

    private static Optional<RecordPlan> rif(
            Section section, ManifestFile file, DropFacts facts, Place at, Problems problems) {
        List<String> header = RifLayout.header(section.headLine(0));
        if (header.isEmpty()) {
            problems.add(ProblemCode.ENCODING, atFaultOf(section.headLine(0), at), "");
            return Optional.empty();
        }
        List<String> faults = RifLayout.headerFaults(section.type(), header);
        faults.forEach(fault -> problems.add(ProblemCode.HEADER_INVALID, at.atLine(1), fault));
        return faults.isEmpty()
                ? Optional.of(new RecordPlan(section, file, lines(file), 1, 0, facts, ApcdForm.NONE))
                : Optional.empty();
    }

    /** The first byte of a header that is not text. */
    private static Place atFaultOf(byte[] header, Place at) {
        int fault = Utf8.firstFault(header, 0, header.length, false);
        return fault < 0 ? at.atLine(1) : at.atLine(1).atField(Place.fieldOfByte(fault + 1L));
    }

    /** The reader of a planned section's records. */
    static RecordReader reader(RecordPlan plan, Map<String, Medications> medicationsByDrop, String drop) {
        Section section = plan.section();
        return switch (plan.file().format()) {
            case CCLF ->
                section.type().equals(FileFormat.CONTROL_FILE)
                        ? Readers::control
                        : CclfLayout.of(section.type(), charset(plan.file()));
            case APCD_CDL -> apcd(plan);
            case FHIR_NDJSON -> new FhirLayout(section.type(), medicationsByDrop.getOrDefault(drop, Medications.NONE));
            case CANONICAL_CSV -> CanonicalCsvLayout.of(table(plan.file()), header(section.headLine(0)));
            case RIF -> RifLayout.of(section.type(), RifLayout.header(section.headLine(0)));
            case CANONICAL_PARQUET -> throw new IllegalStateException("has no lines to read");
        };
    }

    /** Lines of the control file are facts about the other files; they become no rows. */
    private static RecordOutcome control(byte[] buffer, int from, int to, Provenance at, DropFacts drop) {
        return ControlRecord.parse(buffer, from, to).isPresent()
                ? RecordOutcome.accepted(List.of())
                : RecordOutcome.rejected(ProblemCode.RECORD_SHAPE, "");
    }

    static Table table(ManifestFile file) {
        return Table.named(file.type()).orElseThrow();
    }

    private static List<String> header(byte[] line) {
        return CanonicalCsvLayout.split(line, 0, line.length);
    }

    private static LineRules lines(ManifestFile file) {
        return new LineRules(file.encoding(), LineRules.LONGEST_LINE, false);
    }

    private static Charset charset(ManifestFile file) {
        return switch (file.encoding()) {
            case UTF_8 -> StandardCharsets.UTF_8;
            case ISO_8859_1 -> StandardCharsets.ISO_8859_1;
            case US_ASCII -> StandardCharsets.US_ASCII;
        };
    }
}
