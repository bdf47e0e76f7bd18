package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import org.mcpstrata.model.Provenance;
import org.mcpstrata.problem.ProblemCode;

/**
 * Reads the fixed-width records of one CCLF file, all versions since 2018 (inputs.md 1).
 *
 * <p>Newer versions only append fields, so one layout reads them all: fields behind the end of a line are absent.
 * Senders strip trailing blanks; a line that ends inside a date or number was cut and is rejected, as is one that goes
 * on beyond the newest layout.
 */
public final class CclfLayout implements RecordReader {
    /** File types of drop-contract.md, except {@code cclf0}, which {@link ControlRecord} reads. */
    public static final List<String> FILE_TYPES =
            List.of("cclf1", "cclf2", "cclf3", "cclf4", "cclf5", "cclf6", "cclf7", "cclf8", "cclf9", "cclfa", "cclfb");

    private static final String FOLDER = "/layouts/cclf";

    private final RecordLayout layout;
    private final RecordMapping mapping;
    private final int[] fieldStarts;
    private final int[] fieldEnds;
    private final int shortest;
    private final int longest;
    private final String charset;

    private CclfLayout(RecordLayout layout, RecordMapping mapping, Charset charset) {
        this.layout = requireNonNull(layout, "layout");
        this.mapping = requireNonNull(mapping, "mapping");
        this.charset = charset.name();
        this.fieldStarts =
                layout.fields().stream().mapToInt(field -> field.start() - 1).toArray();
        this.fieldEnds = layout.fields().stream().mapToInt(LayoutField::end).toArray();
        this.shortest =
                layout.required().stream().mapToInt(CclfLayout::leastEnd).max().orElse(1);
        this.longest = layout.lengths().lastEntry().getValue();
    }

    /**
     * The reader of one file type.
     *
     * @param charset the manifest's encoding; CCLF is ISO-8859-1 unless it says otherwise
     */
    public static CclfLayout of(String fileType, Charset charset) {
        if (!FILE_TYPES.contains(fileType)) {
            throw new IllegalArgumentException("no CCLF layout of that file type");
        }
        return load(FOLDER, fileType, charset);
    }

    /** The reader of one file type in the encoding that CMS sends. */
    public static CclfLayout of(String fileType) {
        return of(fileType, StandardCharsets.ISO_8859_1);
    }

    /** The reader of a layout in any folder of the class path. */
    static CclfLayout load(String folder, String name, Charset charset) {
        RecordLayout layout = RecordLayout.load(folder, name);
        return new CclfLayout(layout, new MappingReader(layout).read(folder), charset);
    }

    /** Record length of each layout version, by the first information packet that has it. */
    public NavigableMap<Integer, Integer> recordLengths() {
        return layout.lengths();
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
            boolean ascii = LineText.isAscii(buffer, from, end);
            if (ascii || charset.equals(StandardCharsets.ISO_8859_1.name())) {
                return fields(buffer, from, end, at, drop);
            }
            byte[] line = LineText.singleByte(buffer, from, end, Charset.forName(charset));
            return fields(line, 0, line.length, at, drop);
        } catch (FieldProblem problem) {
            return problem.asOutcome();
        }
    }

    private RecordOutcome fields(byte[] buffer, int from, int to, Provenance at, DropFacts drop) {
        int length = trimmedEnd(buffer, from, to) - from;
        if (length == 0 || length > longest || to - from < shortest || cutInside(to - from)) {
            throw new FieldProblem(ProblemCode.RECORD_SHAPE, "");
        }
        int[] starts = new int[fieldStarts.length];
        int[] ends = new int[fieldEnds.length];
        for (int i = 0; i < starts.length; i++) {
            int start = from + Math.min(fieldStarts[i], length);
            int stop = trimmedEnd(buffer, start, from + Math.min(fieldEnds[i], length));
            while (start < stop && buffer[start] == ' ') {
                start++;
            }
            starts[i] = start;
            ends[i] = isTildes(buffer, start, stop) ? start : stop;
        }
        Reading record = new Reading(buffer, starts, ends, StandardCharsets.ISO_8859_1, AmountForm.POINT, drop);
        return mapping.outcome(record, at);
    }

    /** Where a line may end at the earliest that holds the field: text may have lost its blanks. */
    private static int leastEnd(LayoutField field) {
        return field.form().fillsWidth() ? field.end() : field.start();
    }

    private boolean cutInside(int length) {
        for (LayoutField field : layout.fields()) {
            if (field.start() <= length && length < field.end()) {
                return field.form().fillsWidth();
            }
        }
        return false;
    }

    private static int trimmedEnd(byte[] buffer, int from, int to) {
        int end = to;
        while (end > from && buffer[end - 1] == ' ') {
            end--;
        }
        return end;
    }

    /** Tildes over a whole field stand for no value (inputs.md 1.2). */
    private static boolean isTildes(byte[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] != '~') {
                return false;
            }
        }
        return true;
    }
}
