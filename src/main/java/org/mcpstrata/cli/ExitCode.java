package org.mcpstrata.cli;

import java.util.List;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;

/** Exit codes of every command (output-contract.md). */
enum ExitCode {
    DONE(0),
    /** Two releases of value sets differ; only {@code valuesets diff} says so. */
    DIFFERENT(1),
    /** The command line or a definition is wrong; nothing was read. */
    USAGE(2),
    /** Published, but at least one drop was rejected or quarantined. */
    DROPS_REFUSED(3),
    /** Nothing published: a threshold, a law, the disclosure audit or a file failed; or a comparison did. */
    NOT_PUBLISHED(4),
    /** A defect of this program. */
    DEFECT(70),
    /** The outcome of the final step is unknown. */
    UNKNOWN(75);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The gravest code that any of the problems asks for. */
    static ExitCode of(List<Problem> problems) {
        // Nothing was read, whatever was found on the way to nothing.
        if (problems.stream().anyMatch(problem -> problem.code() == ProblemCode.NOTHING_TO_READ)) {
            return USAGE;
        }
        ExitCode worst = DONE;
        for (Problem problem : problems) {
            ExitCode code = of(problem.code());
            worst = code.compareTo(worst) > 0 ? code : worst;
        }
        return worst;
    }

    private static ExitCode of(ProblemCode code) {
        return switch (code) {
            case BAD_OPTION,
                    NO_MEASURE_FOR_YEAR,
                    DEFINITION_INVALID,
                    VALUE_SET_INVALID,
                    VALUE_SET_TRUNCATED,
                    CONFIGURATION_INVALID,
                    DEFINITIONS_CHANGED,
                    AGREEMENT_MISSING,
                    GEOGRAPHY_INVALID,
                    GEOGRAPHY_MISSING,
                    UNUSED_NAME,
                    UNUSED_DEFINITION,
                    UNUSED_VALUE_SET,
                    EMPTY_VALUE_SET,
                    IMPOSSIBLE_WINDOW,
                    CONTRADICTORY_AGES,
                    UNEQUAL_UNITS,
                    YEAR_COVERAGE,
                    OVERLAPPING_POPULATIONS,
                    UNREACHABLE_CLAUSE,
                    UNSAFE_SETTING,
                    UNSUPPORTED_FILE_SYSTEM,
                    MEMBER_UNKNOWN,
                    NOTHING_TO_READ -> USAGE;
            case MANIFEST_UNREADABLE,
                    MANIFEST_FIELD,
                    WRONG_PAYER,
                    WRONG_DROP_ID,
                    FILE_NAME,
                    FILE_MISSING,
                    FILE_UNLISTED,
                    FILE_TYPE,
                    FILE_UNREADABLE,
                    FILE_NOT_REGULAR,
                    SIZE_OR_DIGEST_MISMATCH,
                    RECORD_COUNT_MISMATCH,
                    CONTROL_TOTAL_MISMATCH,
                    COMPRESSION_BROKEN,
                    ARCHIVE_REFUSED,
                    ENCODING,
                    HEADER_INVALID,
                    HEADER_TRAILER,
                    LAYOUT_UNKNOWN,
                    DUPLICATE_DROP,
                    DROP_CHANGED,
                    DROP_VANISHED,
                    UNREADABLE_FORMAT,
                    TOO_MANY_REJECTS,
                    FIELD_MISSING,
                    FIELD_TYPE,
                    FIELD_VALUE,
                    FIELD_TOO_LONG,
                    IMPOSSIBLE_DATE,
                    RECORD_SHAPE,
                    JSON_INVALID,
                    DUPLICATE_KEY,
                    ORPHAN -> DROPS_REFUSED;
            case DISCLOSURE_RISK,
                    NOTHING_ACCEPTED,
                    LAW_BROKEN,
                    STALE_GENERATION,
                    RUN_IN_PROGRESS,
                    STOPPED,
                    WRITE_FAILED,
                    RUN_FOLDER_DIFFERS,
                    VERDICT_DIFFERS,
                    CASES_MISSED,
                    RELEASE_UNSAFE -> NOT_PUBLISHED;
            // The run is published, or the drop counts, all the same.
            case NOT_TIDIED,
                    RUN_UNDONE,
                    CONTROL_TOTAL_UNCHECKED,
                    MEMBERS_UNCHECKED,
                    SUPERSEDES_UNKNOWN,
                    LINE_OF_BUSINESS_CHANGED,
                    BYTES_SENT_BEFORE,
                    PRACTICES_OUTSIDE_STATES -> DONE;
            case INTERNAL -> DEFECT;
            case COMMIT_UNKNOWN -> UNKNOWN;
        };
    }
}
