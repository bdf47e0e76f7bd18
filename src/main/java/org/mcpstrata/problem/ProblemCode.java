package org.mcpstrata.problem;

import static java.util.Objects.requireNonNull;

/**
 * Every problem the pipeline reports, with the sentence that tells the reader what to do.
 *
 * <p>The name is the stable code that appears in messages, reports and the tutorial for payers. A remedy is written
 * for the person who can act on it and never holds a value from the data.
 */
public enum ProblemCode {
    // command line and configuration
    BAD_OPTION("An option has a value that cannot be used.", "Correct the option; --help lists what is accepted."),
    NO_MEASURE_FOR_YEAR(
            "No measure definition is valid for this measurement year.",
            "Add a measure file whose years include it, or choose another --period."),
    DEFINITION_INVALID("A definition file cannot be used.", "Correct the file at the place named."),
    VALUE_SET_INVALID("A value-set file cannot be used.", "Correct or replace the file named."),
    VALUE_SET_TRUNCATED(
            "An expansion holds fewer concepts than its own total says.",
            "Fetch it again as a whole, or bring every page of it."),
    CONFIGURATION_INVALID("A configuration file cannot be used.", "Correct the file at the place named."),
    DEFINITIONS_CHANGED(
            "Definition or configuration files changed while they were read.",
            "Nothing was read of the payers; run again when nobody changes the files."),
    AGREEMENT_MISSING(
            "A stratifier is switched on without the agreement that it needs.",
            "Record the agreement in the program file once it is given, or switch the stratifier off."),
    GEOGRAPHY_INVALID(
            "A geography file cannot be used.", "Write it as geography.md describes it, and correct the lines named."),
    GEOGRAPHY_MISSING(
            "A stratifier is switched on whose geography file was not given.",
            "Put the file into the folder of --geography, or switch the stratifier off."),

    // what lint finds in well-formed definitions
    UNUSED_NAME(
            "A value set, code, window or limit is declared and never used.", "Use it, or take it out of the file."),
    UNUSED_DEFINITION(
            "A definition decides nothing in any measure.",
            "Name it in a population, a rate or a definition in use, or take it out."),
    UNUSED_VALUE_SET(
            "A shipped value set is named by no measure or library.", "Name it where it belongs, or remove its file."),
    EMPTY_VALUE_SET(
            "A value set has no member in a year whose measures name it.",
            "Give it members for the year, or correct their years."),
    IMPOSSIBLE_WINDOW("A window holds no day or lacks an end it needs.", "Correct its beginning or its end."),
    CONTRADICTORY_AGES("Ages that must hold together exclude one another.", "Correct one of the ages."),
    UNEQUAL_UNITS("A threshold or band is in another unit than its result.", "Write it in the unit of the result."),
    YEAR_COVERAGE(
            "The measurement years of files of one name overlap or leave a gap.",
            "Correct the years of one of the files."),
    OVERLAPPING_POPULATIONS(
            "Populations or rates that must be apart share people by their definition.",
            "Leave the definition in one of them, or make their ranges apart."),
    UNREACHABLE_CLAUSE(
            "A clause can never hold, or makes no difference where it stands.", "Correct the clause or take it out."),

    // the drop as a whole
    MANIFEST_UNREADABLE("The manifest is not readable JSON.", "Write manifest.json as the drop contract describes it."),
    MANIFEST_FIELD(
            "A manifest field is missing, unknown or has an impossible value.",
            "Correct the field named; the drop contract lists every field."),
    WRONG_PAYER(
            "The payer in the manifest, the folder or the rows is not the same.",
            "Deliver each payer's files in that payer's own folder with its own id."),
    WRONG_DROP_ID("The drop id in the manifest is not the name of its folder.", "Make the two equal."),
    FILE_NAME("A file name is not allowed.", "Use letters, digits, '.', '_' and '-', starting with a letter or digit."),
    FILE_MISSING("A file listed in the manifest is not in the folder.", "Deliver the file or remove it from the list."),
    FILE_UNLISTED("A file in the folder is not listed in the manifest.", "List the file or remove it."),
    FILE_TYPE("The file type is not known for this format.", "Use one of the types of the drop contract."),
    FILE_UNREADABLE(
            "A file or folder cannot be read.",
            "Let the program read it; nothing need be sent again, for the next run looks at it anew."),
    FILE_NOT_REGULAR("A listed file is a link or another special file.", "Deliver ordinary files only."),
    SIZE_OR_DIGEST_MISMATCH(
            "The size or SHA-256 of a file is not what the manifest says.",
            "Send the drop again; the file was changed or cut in transfer, or the manifest belongs to another file."),
    RECORD_COUNT_MISMATCH(
            "The number of data records is not what the manifest, trailer or control file says.",
            "Count data records without header and trailer and correct the file or the manifest."),
    CONTROL_TOTAL_MISMATCH(
            "A control total is not the sum of the delivered values.",
            "Correct the control total, or the file if values were lost."),
    CONTROL_TOTAL_UNCHECKED(
            "A control total was not compared: rejected records have amounts that cannot be read.",
            "Correct the amounts of the records named, so that the total proves that no amount was lost."),
    COMPRESSION_BROKEN("A compressed file cannot be decompressed.", "Compress the file again and send the drop again."),
    ARCHIVE_REFUSED(
            "An archive holds nested archives, unsafe names or too much data.",
            "Deliver a plain archive of the files themselves."),
    ENCODING("The bytes are not valid in the stated encoding.", "Deliver the encoding that the manifest states."),
    HEADER_INVALID(
            "The header lacks a needed column, repeats one or has one that is unknown or, in Parquet, of another type.",
            "Use the columns of the data contract, each once and in Parquet with its type."),
    HEADER_TRAILER(
            "The HD or TR record is missing, repeated or does not agree with the file.",
            "Write one HD record first and one TR record last, about the same payer and file type."),
    LAYOUT_UNKNOWN(
            "The record length or number of columns belongs to no known layout version.",
            "Deliver a supported layout version, or add the layout as data."),
    DUPLICATE_DROP("The same bytes were delivered before.", "Nothing to do; the drop is not counted again."),
    DROP_CHANGED(
            "A drop that counted before now has other bytes under the same name; the new ones count.",
            "Never change a drop after delivery: send what changed as a new drop."),
    DROP_VANISHED(
            "A drop that counted before is gone from the landing folder, cannot be read, or has other bytes that are refused.",
            "Put it back as it was, or deliver a drop that names it under 'supersedes'."),
    SUPERSEDES_UNKNOWN(
            "A drop withdraws this one, which was never seen.",
            "Check the spelling under 'supersedes'; nothing was withdrawn."),
    LINE_OF_BUSINESS_CHANGED(
            "A drop states another line of business than the drop of its payer before it.",
            "Correct the manifest and send the drop again; or deliver each line of business under a payer id of its own, or in the rows."),
    BYTES_SENT_BEFORE(
            "A drop has the bytes of an older one, with other drops of its payer between them; it counts.",
            "If it was sent by mistake, withdraw it under 'supersedes': it puts back what the drops between changed."),
    UNREADABLE_FORMAT(
            "This format is not read by this version.", "Deliver one of the formats listed in the drop contract."),
    TOO_MANY_REJECTS("Too many lines of this drop were rejected.", "Correct the lines named in the report and resend."),

    // one line
    FIELD_MISSING("A required field is empty.", "Fill the field."),
    FIELD_TYPE("A field is not of its type.", "Write dates, numbers and flags as the layout says."),
    FIELD_VALUE("A field holds a code that is not in its list.", "Use a code of the list in the data contract."),
    FIELD_TOO_LONG("A field or line is longer than allowed.", "Shorten the field; a line holds 64 kB at most."),
    IMPOSSIBLE_DATE("A date does not exist in the calendar.", "Correct the date."),
    RECORD_SHAPE(
            "A line has too few or too many fields, or cannot be split.",
            "Write one record per line in the form of the layout."),
    JSON_INVALID("A line is not one JSON object of the stated resource type.", "Write one resource per line."),
    DUPLICATE_KEY("A row has the same key as an earlier row of this drop.", "Deliver each key once."),
    ORPHAN(
            "A row names a member that neither this drop nor an older one of the payer describes.",
            "Deliver the member's own record too."),
    MEMBERS_UNCHECKED(
            "Rows name members that this drop does not describe; only a run knows whether an older drop does.",
            "Make sure that an older drop holds their own records, or deliver those too."),

    // running, publishing
    DISCLOSURE_RISK(
            "The disclosure audit failed.",
            "Nothing was released; report the place. Publish fewer stratifiers in the protection policy meanwhile."),
    LAW_BROKEN("A conservation law does not hold.", "Nothing was published; report the law and both its sides."),
    PRACTICES_OUTSIDE_STATES(
            "Practices with results lie in states that the program file does not name.",
            "Name the states under 'states' of the program file, or ask the payers why the practices are attributed; their results count."),
    MEMBER_UNKNOWN(
            "No person of this run is such a member.",
            "Write PAYER:ID as the payer delivers it; a member of whom no measure reads a row is not among the results."),
    VERDICT_DIFFERS(
            "Evaluating a person again gives another result than the published one.",
            "The accepted rows changed after the run; run again, then explain the newest run."),
    CASES_MISSED("Cases of a deck have other results than expected.", "The report names every case and population."),
    RELEASE_UNSAFE(
            "A release reveals a small group, or could.",
            "Publish nothing of it; the report names every place and what follows there."),
    UNSAFE_SETTING("A Spark or JVM setting would change results.", "Start through jobs/, or remove the setting."),
    UNSUPPORTED_FILE_SYSTEM("This file system cannot publish atomically.", "Write to a POSIX or HDFS path instead."),
    STALE_GENERATION("Another run published first.", "Run again; the newer generation is the starting point."),
    RUN_IN_PROGRESS(
            "Another run is at work in this output folder.",
            "Nothing was read; run again when it has ended, or give each run a folder of its own."),
    RUN_UNDONE(
            "This run was undone by a rollback, and readers see another one.",
            "To show it again, name it with 'rollback --to'; new input makes a new run."),
    WRITE_FAILED(
            "A file could not be read or written.",
            "Nothing was published; check space and permissions, then run again."),
    RUN_FOLDER_DIFFERS(
            "A folder of this run id exists and holds something else.",
            "Nothing was published; move the folder aside while no other run is active, then run again."),
    NOT_TIDIED(
            "A leftover, the run log, or the copy of the newest run id in CURRENT could not be brought up to date.",
            "The run is published; the next run puts leftovers and CURRENT right."),
    COMMIT_UNKNOWN("Whether the run was published is unknown.", "Touch nothing; 'status' tells."),
    NOTHING_ACCEPTED(
            "No drop was accepted, so nothing was published.",
            "Correct the drops as their reports say; the last published results stay."),
    NOTHING_TO_READ("The landing folder holds no drop that can be read.", "Deliver a drop with a manifest."),
    STOPPED(
            "The program was asked to end before it was done.",
            "Start it again; 'status' tells whether the run was published."),
    INTERNAL("A defect of this program.", "Report the code and place; no data is in the message.");

    private final String meaning;
    private final String remedy;

    ProblemCode(String meaning, String remedy) {
        this.meaning = requireNonNull(meaning, "meaning");
        this.remedy = requireNonNull(remedy, "remedy");
    }

    /** What is wrong, as one sentence. */
    public String meaning() {
        return meaning;
    }

    /** What the reader should do, as one sentence. */
    public String remedy() {
        return remedy;
    }
}
