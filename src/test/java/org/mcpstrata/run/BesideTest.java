package org.mcpstrata.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

/** Work beside the line: it really goes on meanwhile, and what goes wrong in it is never lost. */
final class BesideTest {
    @Test
    void goesOnWhileTheLineDoesSomethingElse() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Beside<String> work = Beside.start("test", () -> {
            done.countDown();
            return "found";
        });
        assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(work.result()).isEqualTo("found");
    }

    @Test
    void problemsAreToldWhereTheResultIsAskedFor() {
        Beside<String> work = Beside.start("test", () -> {
            throw new ProblemException(ProblemCode.BAD_OPTION, Place.of("--out"), "");
        });
        assertThatThrownBy(work::result)
                .isInstanceOfSatisfying(ProblemException.class, failed -> assertThat(failed.problems())
                        .extracting("code")
                        .containsExactly(ProblemCode.BAD_OPTION));
    }

    @Test
    void defectsAreNotTakenForProblems() {
        Beside<String> work = Beside.start("test", () -> {
            throw new AssertionError("a defect");
        });
        assertThatThrownBy(work::result).isInstanceOf(AssertionError.class);
    }

    @Test
    void anInterruptedWaitSaysSoAndStaysInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        Beside<String> work = Beside.start("test", () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "";
        });
        Thread.currentThread().interrupt();
        assertThatThrownBy(work::result).isInstanceOf(IllegalStateException.class);
        assertThat(Thread.interrupted()).isTrue();
        never.countDown();
    }
}
