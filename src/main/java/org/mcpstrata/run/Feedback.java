package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.mcpstrata.document.Suggestion;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;
import org.mcpstrata.problem.Problems;
import org.mcpstrata.report.CareGaps;
import org.mcpstrata.report.FeedbackRates;
import org.mcpstrata.report.PracticePage;
import org.mcpstrata.report.ReportHead;
import org.mcpstrata.report.Tier;
import org.mcpstrata.stratify.Dimensions;
import org.mcpstrata.stratify.MemberResult;
import org.mcpstrata.stratify.StratifiedResult;

/**
 * Writes feedback pages of practices from a published run: its tables are read once, row by row, and what the pages show
 * is kept in memory.
 */
public final class Feedback {
    /** The tables of a run that the pages are made of. */
    public static final List<TableSchema> TABLES = List.of(
            StratifiedResult.SCHEMA, MemberResult.SCHEMA, Dimensions.MEASURE, Dimensions.STRATUM, Dimensions.ENTITY);

    private final StoredTables tables;

    private Feedback(StoredTables tables) {
        this.tables = requireNonNull(tables, "tables");
    }

    /**
     * Writes one page for every practice, replacing those of the same name.
     *
     * @param runFolder a committed run
     * @param practices ids of those wanted; empty for all
     * @param memberIds whether lists of open care name the payers' own ids of a person
     * @return the files, in order of the practices' ids
     */
    public static List<java.nio.file.Path> write(
            Path runFolder, java.nio.file.Path to, List<String> practices, boolean memberIds, Configuration conf) {
        return new Feedback(StoredTables.ofRun(runFolder, conf)).pages(to, practices, memberIds);
    }

    private List<java.nio.file.Path> pages(java.nio.file.Path to, List<String> practices, boolean memberIds) {
        FeedbackRates figures = new FeedbackRates(practices);
        List<TableRow> first = new ArrayList<>();
        tables.forEach(StratifiedResult.SCHEMA, row -> {
            if (first.isEmpty()) {
                first.add(row);
            }
            figures.add(row);
        });
        require(practices, figures.practices());
        CareGaps gaps = new CareGaps(figures, practices, memberIds);
        tables.forEach(MemberResult.SCHEMA, gaps::add);
        List<TableRow> measures = tables.rows(Dimensions.MEASURE);
        PracticePage page =
                new PracticePage(head(first.get(0)), figures, gaps, measures, tables.rows(Dimensions.STRATUM));
        List<java.nio.file.Path> files = new ArrayList<>();
        try {
            Files.createDirectories(to);
            for (String practice : figures.practices()) {
                java.nio.file.Path file = to.resolve(PracticePage.fileName(practice));
                Files.write(file, page.html(practice));
                files.add(file);
            }
        } catch (IOException e) {
            throw ProblemException.ofFile(ProblemCode.WRITE_FAILED, Place.of("--to"), e);
        }
        return files;
    }

    /** The program's title stands in the row of the program among the entities. */
    private ReportHead head(TableRow any) {
        String program = tables.rows(Dimensions.ENTITY).stream()
                .filter(row -> row.text("entity_type").equals("PROGRAM"))
                .map(row -> row.text("entity_name"))
                .findFirst()
                .orElse(any.text("program_id"));
        return new ReportHead(
                Tier.RESTRICTED,
                any.text("run_id"),
                program,
                any.date("period_start"),
                any.date("period_end"),
                any.list("payers_present"),
                any.list("payers_absent"));
    }

    private static void require(List<String> wanted, List<String> known) {
        Problems problems = new Problems();
        for (String practice : new TreeSet<>(wanted)) {
            if (!known.contains(practice)) {
                problems.add(new Problem(
                        ProblemCode.BAD_OPTION,
                        Place.of("--practice"),
                        "The run has no practice '" + practice + "'." + Suggestion.of(practice, known)));
            }
        }
        problems.throwIfAny();
    }
}
