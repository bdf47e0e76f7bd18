package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.problem.ProblemCode;

/**
 * Reads the detail records of one APCD-CDL file: pipe-delimited UTF-8 without quotes, one column per element, the
 * record type last (inputs.md 2).
 *
 * <p>Facts of the whole claim, such as its diagnoses, stand on every line; each line's rows carry that line's number.
 * Nothing then depends on line 1 being there, and a denied line's diagnoses can be told from the others'.
 */
public final class ApcdLayout implements RecordReader {
    private final ApcdFileType type;
    private final RecordLayout layout;
    private final RecordMapping mapping;
    private final AmountForm amounts;
    private final int extraColumns;
    private final int[] columnCounts;
    private final LayoutField recordType;

    private ApcdLayout(
            ApcdFileType type,
            RecordLayout layout,
            RecordMapping mapping,
            AmountForm amounts,
            int extraColumns,
            int[] columnCounts) {
        this.type = requireNonNull(type, "type");
        this.layout = requireNonNull(layout, "layout");
        this.mapping = requireNonNull(mapping, "mapping");
        this.amounts = requireNonNull(amounts, "amounts");
        this.extraColumns = extraColumns;
        this.columnCounts = columnCounts;
        this.recordType = layout.fields().get(layout.fields().size() - 1);
    }

    /**
     * The reader of one file.
     *
     * @param amounts the file's form of amounts, from {@link #amountEvidence} over its records or from a payer profile
     */
    public static ApcdLayout of(ApcdFileType type, AmountForm amounts, ApcdVariant variant) {
        RecordLayout layout = RecordLayout.load(variant.folder(), type.manifestType());
        RecordMapping mapping = new MappingReader(layout).read(variant.folder());
        int[] counts = columnCounts(layout).values().stream()
                .mapToInt(Integer::intValue)
                .toArray();
        return new ApcdLayout(
                type, layout, mapping, amounts, variant.extraColumns().size(), counts);
    }

    /** The reader of one file of a payer without a profile. */
    public static ApcdLayout of(ApcdFileType type, AmountForm amounts) {
        return of(type, amounts, ApcdVariant.COMMON);
    }

    /**
     * The same reader for a file of one layout version: a file has one number of columns, and a column too many is not
     * a newer version.
     *
     * @param columns columns of each line, extra ones included; a number of no version changes nothing
     */
    public ApcdLayout ofColumns(int columns) {
        int elements = columns - extraColumns;
        return IntStream.of(columnCounts).anyMatch(count -> count == elements)
                ? new ApcdLayout(type, layout, mapping, amounts, extraColumns, new int[] {elements})
                : this;
    }

    /** Columns of a line of a layout version, extra ones included. */
    public int columnsOf(int version) {
        return columnCounts().headMap(version + 1).values().stream().reduce(0, Integer::max) + extraColumns;
    }

    /** Number of columns of each layout version, without extra ones. */
    public SortedMap<Integer, Integer> columnCounts() {
        return columnCounts(layout);
    }

    private static SortedMap<Integer, Integer> columnCounts(RecordLayout layout) {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        for (LayoutField versioned : layout.fields()) {
            int count = (int) layout.fields().stream()
                    .filter(field -> field.since() <= versioned.since())
                    .count();
            counts.put(versioned.since(), count);
        }
        return counts;
    }

    @Override
    public boolean tellsDiagnosesOfClaims() {
        return mapping.tellsDiagnosesOfClaims();
    }

    @Override
    public boolean hasPaidAmount() {
        return mapping.hasPaidAmount();
    }

    @Override
    public RecordOutcome read(byte[] buffer, int from, int to, Provenance at, DropFacts drop) {
        try {
            Reading record = record(buffer, from, to, drop);
            if (!type.name().equals(record.text(recordType))) {
                throw isShifted(record)
                        ? new FieldProblem(ProblemCode.RECORD_SHAPE, "")
                        : new FieldProblem(ProblemCode.FIELD_VALUE, recordType.name());
            }
            return mapping.outcome(record, at);
        } catch (FieldProblem problem) {
            return problem.asOutcome();
        }
    }

    /** Whether the record type stands where a line with fewer columns has it: columns were added behind it. */
    private boolean isShifted(Reading record) {
        return columnCounts(layout).values().stream()
                .map(count -> layout.fields().get(count - 1))
                .anyMatch(field -> field != recordType && type.name().equals(record.text(field)));
    }

    /** What one record says about the form of the file's amounts; nothing where the record cannot be split. */
    public AmountEvidence amountEvidence(byte[] buffer, int from, int to, DropFacts drop) {
        try {
            Reading record = record(buffer, from, to, drop);
            AmountEvidence evidence = AmountEvidence.NONE;
            for (LayoutField field : layout.fields()) {
                if (field.form() == FieldForm.AMOUNT) {
                    evidence = evidence.merge(record.amountEvidence(field));
                }
            }
            return evidence;
        } catch (FieldProblem unreadable) {
            return AmountEvidence.NONE;
        }
    }

    private Reading record(byte[] buffer, int from, int to, DropFacts drop) {
        int end = LineText.withoutReturn(buffer, from, to);
        if (!LineText.isAscii(buffer, from, end)) {
            LineText.decoded(buffer, from, end, StandardCharsets.UTF_8);
        }
        int[] starts = new int[layout.fields().size()];
        int[] ends = new int[starts.length];
        int elements = elements(buffer, from, end);
        int start = from;
        for (int i = 0; i < elements - 1; i++) {
            int stop = NumberText.indexOf(buffer, start, end, '|');
            LineText.bound(buffer, start, stop, starts, ends, i);
            start = stop + 1;
        }
        int last = end;
        while (last > from && buffer[last - 1] != '|') {
            last--;
        }
        LineText.bound(buffer, last, end, starts, ends, starts.length - 1);
        return new Reading(buffer, starts, ends, StandardCharsets.UTF_8, amounts, drop);
    }

    /** How many elements of the layout the line holds, the record type included. */
    private int elements(byte[] buffer, int from, int to) {
        int columns = 1 - extraColumns;
        for (int i = from; i < to; i++) {
            if (buffer[i] == '|') {
                columns++;
            }
        }
        for (int count : columnCounts) {
            if (count == columns) {
                return count;
            }
        }
        throw new FieldProblem(ProblemCode.RECORD_SHAPE, "");
    }
}
