package org.mcpstrata.layout;

import java.util.ArrayList;
import java.util.List;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** Whether an APCD file's HD and TR records agree with each other, the file type and the records between them. */
public final class ApcdAgreement {
    private ApcdAgreement() {}

    /**
     * Every disagreement, none where all is well.
     *
     * @param records detail records counted between the two
     */
    public static List<Problem> check(
            ApcdFileType type, ApcdFrame.Header header, ApcdFrame.Trailer trailer, long records, Place file) {
        List<Problem> problems = new ArrayList<>();
        same(problems, file.atField("submitter"), header.submitter(), trailer.submitter());
        same(problems, file.atField("payer"), header.payer(), trailer.payer());
        same(problems, file.atField("file_type"), header.fileType(), trailer.fileType());
        if (!header.fileType().equals(type.name())) {
            problems.add(new Problem(
                    ProblemCode.HEADER_TRAILER,
                    file.atField("file_type"),
                    "HD names another file type than the manifest."));
        }
        if (header.start().isEmpty() || header.end().isEmpty()) {
            problems.add(new Problem(
                    ProblemCode.HEADER_TRAILER, file.atField("period"), "HD holds no two months of a period."));
        } else if (header.start().get().isAfter(header.end().get())) {
            problems.add(new Problem(
                    ProblemCode.HEADER_TRAILER, file.atField("period"), "The period in HD ends before it starts."));
        }
        if (trailer.records() != records) {
            problems.add(new Problem(
                    ProblemCode.RECORD_COUNT_MISMATCH,
                    file.atField("record_count"),
                    "TR states another number of records than the file holds."));
        }
        return List.copyOf(problems);
    }

    private static void same(List<Problem> problems, Place place, String header, String trailer) {
        if (!header.equals(trailer)) {
            problems.add(new Problem(ProblemCode.HEADER_TRAILER, place, "HD and TR differ."));
        }
    }
}
