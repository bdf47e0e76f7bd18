package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.model.Progress;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.time.MeasurementPeriod;

/** A practice of New Mexico, one of Texas, one that nobody describes, and a member of Texas whom nobody attributes. */
class PracticesOutsideTheStatesTest {
    @TempDir
    private Path folder;

    private void deliver() {
        String described = ",1950-05-01,female,2025-01-01,2025-12-31,MEDICARE_FFS,TX\n";
        new DropDraft(folder.resolve("landing"), "plan", "d1")
                .set(manifest -> manifest.put("lineOfBusiness", "MEDICARE_FFS"))
                .csv(
                        "eligibility.csv",
                        "eligibility",
                        "member_id,birth_date,gender,enrollment_start_date,enrollment_end_date,payer_type,address_state\n"
                                + "a" + described + "b" + described + "c" + described + "d" + described,
                        4)
                .csv(
                        "attribution.csv",
                        "attribution",
                        "member_id,practice_id,state,track,participant_type,start_date,end_date\n"
                                + "a,near,NM,2,STANDARD,2025-01-01,2025-12-31\n"
                                + "b,far,TX,2,STANDARD,2025-01-01,2025-12-31\n",
                        2)
                .csv(
                        "survey.csv",
                        "survey",
                        "response_id,practice_id,instrument,response_date,member_id,item_1\n"
                                + "1,undescribed,PCPCM,2025-05-01,c,4\n",
                        1)
                .send();
    }

    private RunOutcome run(String states) throws IOException {
        String shipped = Files.readString(Path.of("measures/programs/mcp.yaml"));
        assertThat(shipped).contains("NM, NY, WA]");
        Path program = Files.writeString(folder.resolve("program.yaml"), shipped.replace("NM, NY, WA]", states + "]"));
        SparkSession spark = QuerySession.start();
        try {
            return QualityRun.execute(
                    RunOptions.of(
                                    folder.resolve("landing").toString(),
                                    folder.resolve("out").toString(),
                                    new MeasurementPeriod(2025),
                                    Path.of("measures"))
                            .program(Optional.of(program))
                            .build(),
                    QuerySession.context(spark),
                    Clock.systemUTC(),
                    Progress.SILENT);
        } finally {
            spark.stop();
        }
    }

    @Test
    void practicesWhereTheProgramIsNotAreToldWithEveryRunAndNotNamed() throws IOException {
        deliver();

        RunOutcome first = run("NM");
        RunOutcome again = run("NM");
        RunOutcome wider = run("NM, TX");

        ProblemCode code = ProblemCode.PRACTICES_OUTSIDE_STATES;
        assertThat(again.alreadyPublished()).isTrue();
        for (RunOutcome told : List.of(first, again)) {
            assertThat(told.problems())
                    .singleElement()
                    .hasToString(code + " [program.yaml, line 8, states (column 9)] " + code.meaning()
                            + " So many practices: 1. " + code.remedy());
        }
        assertThat(wider.problems()).isEmpty();
    }
}
