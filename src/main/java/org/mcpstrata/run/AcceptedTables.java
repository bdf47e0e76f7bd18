package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.mcpstrata.ingest.IngestResult;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;
import org.mcpstrata.store.TableFile;
import org.mcpstrata.store.TableScan;

/** The accepted rows that count in a run, as the stages ask for them. */
final class AcceptedTables {
    /** Tables that speak of no person. Of survey responses some do not either; see {@link Surveys}. */
    static final Set<Table> OF_NOBODY = Collections.unmodifiableSet(EnumSet.of(Table.PROVIDER));

    /** Tables that say what practices there are and what they are like; patients name theirs, and say no more of it. */
    static final Set<Table> NAMING_PRACTICES =
            Collections.unmodifiableSet(EnumSet.of(Table.ATTRIBUTION, Table.SURVEY, Table.PROVIDER));

    /** All that is read of patients to find practices. */
    static final Column PRACTICE_OF_PATIENT = Table.PATIENT.column("practice_id");

    /** Tables that say who a member is; of the others linking needs every member they speak of, once. */
    private static final Set<Table> IDENTITY =
            Collections.unmodifiableSet(EnumSet.of(Table.PATIENT, Table.ELIGIBILITY, Table.MBI_CROSSWALK));

    private final JavaSparkContext spark;
    private final IngestResult ingested;
    private final List<TableFile> ofMembers;
    private final Surveys surveys;

    AcceptedTables(JavaSparkContext spark, IngestResult ingested) {
        this.spark = requireNonNull(spark, "spark");
        this.ingested = requireNonNull(ingested, "ingested");
        this.ofMembers = files(table -> !OF_NOBODY.contains(table) && table != Table.SURVEY);
        List<TableFile> responses = files(table -> table == Table.SURVEY);
        this.surveys = new Surveys(TableScan.rows(spark, responses), count(responses), ingested.drops());
    }

    private List<TableFile> files(Predicate<Table> wanted) {
        return ingested.files().stream()
                .filter(file -> wanted.test(file.table()))
                .toList();
    }

    private static long count(List<TableFile> files) {
        return files.stream().mapToLong(TableFile::rows).sum();
    }

    /** Files of rows that each speak of a member, without surveys. */
    List<TableFile> ofMembers() {
        return ofMembers;
    }

    /** How many rows these files have. */
    long rowsOfMembers() {
        return count(ofMembers);
    }

    /** All rows that speak of a member, survey responses of members among them. */
    JavaRDD<CanonicalRow> rows() {
        return TableScan.rows(spark, ofMembers).union(surveys.ofMembers());
    }

    /** Rows that say who a member is. */
    JavaRDD<CanonicalRow> ofIdentity() {
        return TableScan.rows(spark, files(IDENTITY::contains));
    }

    long rowsOfIdentity() {
        return count(files(IDENTITY::contains));
    }

    /** One row of each member and drop that a row of another table speaks of, and more where tasks meet them again. */
    JavaRDD<CanonicalRow> oncePerMember() {
        List<TableFile> others = ofMembers.stream()
                .filter(file -> !IDENTITY.contains(file.table()))
                .toList();
        return TableScan.oncePerMember(spark, others).union(surveys.ofMembers());
    }

    /** Rows that name practices, those of patients with nothing else. */
    JavaRDD<CanonicalRow> namingPractices() {
        return TableScan.rows(spark, files(NAMING_PRACTICES::contains))
                .union(TableScan.columns(
                        spark, files(table -> table == Table.PATIENT), List.of(PRACTICE_OF_PATIENT.name())));
    }

    Surveys surveys() {
        return surveys;
    }
}
