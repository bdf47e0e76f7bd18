package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.problem.ProblemCode;

/**
 * Reads the records of one research identifiable file of Medicare, as the VRDC and the Beneficiary FHIR Data project
 * deliver them: pipe-delimited UTF-8 without quotes, columns by name in any order, one record a claim line with the
 * claim's own fields repeated on each of them (inputs.md 5).
 *
 * <p>A record says all it knows, on every line: which line is a claim's first cannot be known from one record, and it may
 * be rejected or absent. What several lines of one claim say of the whole claim counts once after final action.
 */
public final class RifLayout implements RecordReader {
    /** File types of drop-contract.md. */
    public static final List<String> FILE_TYPES =
            List.of("beneficiary", "carrier", "inpatient", "outpatient", "snf", "hha", "hospice", "dme", "pde");

    private static final int MOST_NAMED = 5;
    private static final String FOLDER = "/layouts/rif";

    private final RecordLayout layout;
    private final RecordMapping mapping;
    /** Place in the layout of each delivered column. */
    private final int[] columns;

    private RifLayout(RecordLayout layout, int[] columns) {
        this.layout = requireNonNull(layout, "layout");
        this.mapping = new MappingReader(layout).read(FOLDER);
        this.columns = columns;
    }

    /** The reader of one file, given its header, which must be free of faults. */
    public static RifLayout of(String fileType, List<String> header) {
        RecordLayout layout = layout(fileType);
        return new RifLayout(
                layout,
                header.stream().mapToInt(name -> layout.field(name).index()).toArray());
    }

    private static RecordLayout layout(String fileType) {
        if (!FILE_TYPES.contains(fileType)) {
            throw new IllegalArgumentException("no RIF layout of that file type");
        }
        return RecordLayout.load(FOLDER, fileType);
    }

    /** The column names of a header line, or an empty list where the bytes are not text. */
    public static List<String> header(byte[] line) {
        try {
            LineText.isAscii(line, 0, line.length);
            String text = LineText.decoded(line, 0, line.length, StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\\|", -1)).map(String::strip).toList();
        } catch (FieldProblem problem) {
            return List.of();
        }
    }

    /**
     * What is wrong with a header, in our own words: delivered names never appear, because a headerless file has data
     * there. Columns that nothing reads may be absent; names that the type does not have are refused, since they may be
     * needed columns that were renamed.
     */
    public static List<String> headerFaults(String fileType, List<String> header) {
        RecordLayout layout = layout(fileType);
        List<String> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int unknown = 0;
        for (String name : header) {
            if (layout.find(name).isEmpty()) {
                unknown++;
            } else if (!seen.add(name)) {
                faults.add("Column " + name + " is there twice.");
            }
        }
        if (unknown > 0) {
            faults.add(unknown + " column name(s) are not columns of this file type.");
        }
        faults.addAll(missing(layout, seen));
        return faults;
    }

    /** A file without a header lacks hundreds of columns; the first few say as much as all of them. */
    private static List<String> missing(RecordLayout layout, Set<String> seen) {
        List<String> names = layout.fields().stream()
                .filter(field -> field.inHeader() && !seen.contains(field.name()))
                .map(LayoutField::name)
                .toList();
        List<String> faults = new ArrayList<>();
        names.stream().limit(MOST_NAMED).forEach(name -> faults.add("Column " + name + " is missing."));
        if (names.size() > MOST_NAMED) {
            faults.add(names.size() - MOST_NAMED + " more needed column(s) are missing.");
        }
        return faults;
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
            int end = LineText.withoutReturn(buffer, from, to);
            if (!LineText.isAscii(buffer, from, end)) {
                LineText.decoded(buffer, from, end, StandardCharsets.UTF_8);
            }
            int[] starts = new int[layout.fields().size()];
            int[] ends = new int[starts.length];
            split(buffer, from, end, starts, ends);
            return mapping.outcome(
                    new Reading(buffer, starts, ends, StandardCharsets.UTF_8, AmountForm.POINT, drop), at);
        } catch (FieldProblem problem) {
            return problem.asOutcome();
        }
    }

    /** Fills the bounds of every delivered column; a column more or less means that values moved. */
    private void split(byte[] buffer, int from, int to, int[] starts, int[] ends) {
        int start = from;
        for (int i = 0; i < columns.length; i++) {
            int stop = NumberText.indexOf(buffer, start, to, '|');
            boolean last = i == columns.length - 1;
            if (last != stop < 0) {
                throw new FieldProblem(ProblemCode.RECORD_SHAPE, "");
            }
            LineText.bound(buffer, start, last ? to : stop, starts, ends, columns[i]);
            start = stop + 1;
        }
    }
}
