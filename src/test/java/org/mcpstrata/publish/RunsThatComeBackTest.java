package org.mcpstrata.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/** What readers see when a run is there already: finished, undone, come back, damaged or gone. */
class RunsThatComeBackTest {
    @TempDir
    Path out;

    private static ProblemCode code(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(ProblemException.class, work)
                .problems()
                .get(0)
                .code();
    }

    @Test
    void aFinishedFolderWithoutCommitIsTakenOverWhenItHoldsTheSameRun() throws IOException {
        SmallRun run = new SmallRun(4);
        Publication publication = SmallRun.at(out);
        try (Staging staging = publication.stage(run.id(), "dies")) {
            run.write(staging);
            run.verify(staging);
            Files.move(
                    Path.of(staging.folder().toUri()),
                    out.resolve("runs").resolve(run.id().value()));
        }
        assertThat(run.publish(publication, "b").kind()).isEqualTo(Outcome.Kind.PUBLISHED);
    }

    @Test
    void aFinishedFolderThatHoldsSomethingElseIsNeitherUsedNorOverwritten() throws IOException {
        SmallRun run = new SmallRun(4);
        Path folder = out.resolve("runs").resolve(run.id().value());
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("run.json"), "{}");
        assertThat(code(() -> run.publish(SmallRun.at(out), "b"))).isEqualTo(ProblemCode.RUN_FOLDER_DIFFERS);
        assertThat(SmallRun.tree(folder)).containsOnlyKeys("run.json");
        assertThat(SmallRun.at(out).generations().all()).isEmpty();
    }

    @Test
    void anUndoIsANewerGenerationThatNamesAnEarlierRun() throws IOException {
        SmallRun first = new SmallRun(1);
        first.publish(SmallRun.at(out), "a");
        new SmallRun(2).publish(SmallRun.at(out), "b");
        Outcome outcome = SmallRun.at(out).rollback(first.id(), "a payer delivered the wrong year", "c");
        assertThat(outcome.generation().generation()).isEqualTo(3);
        assertThat(Files.readString(out.resolve("CURRENT"))).isEqualTo(first.id() + "\n");
        assertThat(SmallRun.at(out).generations().all()).hasSize(3);
        assertThat(code(() -> SmallRun.at(out).rollback(new SmallRun(9).id(), "", "d")))
                .isEqualTo(ProblemCode.BAD_OPTION);
    }

    @Test
    void inputThatComesBackIsWhatReadersSeeAgain() throws IOException {
        SmallRun first = new SmallRun(1);
        first.publish(SmallRun.at(out), "a");
        new SmallRun(2).publish(SmallRun.at(out), "b");

        Outcome back = first.publish(SmallRun.at(out), "c");

        assertThat(back.kind()).isEqualTo(Outcome.Kind.ALREADY_PUBLISHED);
        assertThat(back.generation().generation()).isEqualTo(3);
        assertThat(back.generation().reason()).isEmpty();
        assertThat(Files.readString(out.resolve("CURRENT"))).isEqualTo(first.id() + "\n");
        assertThat(SmallRun.at(out).generations().all()).hasSize(3);
    }

    @Test
    void whatSomebodyUndidStaysUndoneAndSaysSo() throws IOException {
        SmallRun first = new SmallRun(1);
        SmallRun second = new SmallRun(2);
        first.publish(SmallRun.at(out), "a");
        second.publish(SmallRun.at(out), "b");
        SmallRun.at(out).rollback(first.id(), "a payer delivered the wrong year", "c");

        Outcome again = second.publish(SmallRun.at(out), "d");

        assertThat(again.warnings()).extracting(Problem::code).containsExactly(ProblemCode.RUN_UNDONE);
        assertThat(Files.readString(out.resolve("CURRENT"))).isEqualTo(first.id() + "\n");
        assertThat(SmallRun.at(out).generations().all()).hasSize(3);
    }

    @Test
    void whatADesktopLaidBesideARunDoesNotTakeItAway() throws IOException {
        SmallRun run = new SmallRun(3);
        run.publish(SmallRun.at(out), "a");
        Files.writeString(out.resolve("runs").resolve(run.id().toString()).resolve(".DS_Store"), "x");

        assertThat(run.publish(SmallRun.at(out), "b").kind()).isEqualTo(Outcome.Kind.ALREADY_PUBLISHED);
    }

    @Test
    void aRunThatReadersSeeAndWhoseFolderIsGoneIsPublishedAnew() throws IOException {
        SmallRun run = new SmallRun(3);
        run.publish(SmallRun.at(out), "a");
        Map<String, String> published = SmallRun.tree(out.resolve("runs"));
        Files.move(out.resolve("runs/" + run.id()), out.resolve("aside"));

        Outcome again = run.publish(SmallRun.at(out), "b");

        assertThat(again.kind()).isEqualTo(Outcome.Kind.PUBLISHED);
        assertThat(again.generation().generation()).isEqualTo(2);
        assertThat(SmallRun.tree(out.resolve("runs"))).isEqualTo(published);
        assertThat(run.publish(SmallRun.at(out), "c").kind()).isEqualTo(Outcome.Kind.ALREADY_PUBLISHED);
    }

    @Test
    void aRunThatReadersSeeAndThatIsLeftInPartIsNeitherTakenForWholeNorOverwritten() throws IOException {
        SmallRun run = new SmallRun(3);
        run.publish(SmallRun.at(out), "a");
        Path folder = out.resolve("runs/" + run.id());
        Files.delete(folder.resolve(SmallRun.TABLE).resolve("part-00000.parquet"));

        assertThat(code(() -> run.publish(SmallRun.at(out), "b"))).isEqualTo(ProblemCode.RUN_FOLDER_DIFFERS);
        assertThat(SmallRun.tree(folder)).hasSize(2);
        assertThat(SmallRun.at(out).generations().all()).hasSize(1);
    }

    @Test
    void inputThatComesBackToADamagedRunIsNotShownAgain() throws IOException {
        SmallRun first = new SmallRun(1);
        first.publish(SmallRun.at(out), "a");
        new SmallRun(2).publish(SmallRun.at(out), "b");
        Files.writeString(out.resolve("runs/" + first.id() + "/report/index.html"), "<p>9</p>\n");

        assertThat(code(() -> first.publish(SmallRun.at(out), "c"))).isEqualTo(ProblemCode.RUN_FOLDER_DIFFERS);
        assertThat(SmallRun.at(out).generations().all()).hasSize(2);

        Files.move(out.resolve("runs/" + first.id()), out.resolve("aside"));
        assertThat(first.publish(SmallRun.at(out), "d").kind())
                .as("what the message asks for helps")
                .isEqualTo(Outcome.Kind.PUBLISHED);
        assertThat(Files.readString(out.resolve("CURRENT"))).isEqualTo(first.id() + "\n");
    }

    @Test
    void anUndoThatWasTakenBackUndoesNothing() throws IOException {
        SmallRun first = new SmallRun(1);
        SmallRun second = new SmallRun(2);
        first.publish(SmallRun.at(out), "a");
        second.publish(SmallRun.at(out), "b");
        SmallRun.at(out).rollback(first.id(), "a payer delivered the wrong year", "c");
        SmallRun.at(out).rollback(second.id(), "it was right after all", "d");

        Outcome back = first.publish(SmallRun.at(out), "e");

        assertThat(back.warnings()).isEmpty();
        assertThat(Files.readString(out.resolve("CURRENT"))).isEqualTo(first.id() + "\n");
    }
}
