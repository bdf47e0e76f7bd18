package org.mcpstrata.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.problem.Problem;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.ProblemException;

class RuleBookTest {
    private static final RuleBook SHIPPED = RuleBook.load(Path.of("measures", RuleBook.FILE));

    @TempDir
    private Path folder;

    @Test
    void shippedFileHoldsTheFortyRulesAndItsOwnEachOnce() {
        assertThat(SHIPPED.rules())
                .extracting(QualityRule::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 42).boxed().toList());
        assertThat(SHIPPED.rules())
                .allSatisfy(rule -> assertThat(rule.id()).startsWith("DQ%02d_".formatted(rule.number())));
    }

    @Test
    void noFaultThatRefusesADropPassesEveryRule() {
        Set<ProblemCode> faults = EnumSet.range(ProblemCode.MANIFEST_UNREADABLE, ProblemCode.UNREADABLE_FORMAT);
        // Told of drops that count, or of drops that are not there.
        faults.removeAll(EnumSet.of(
                ProblemCode.CONTROL_TOTAL_UNCHECKED,
                ProblemCode.MEMBERS_UNCHECKED,
                ProblemCode.DROP_CHANGED,
                ProblemCode.DROP_VANISHED,
                ProblemCode.SUPERSEDES_UNKNOWN,
                ProblemCode.LINE_OF_BUSINESS_CHANGED,
                ProblemCode.BYTES_SENT_BEFORE));
        Set<ProblemCode> asked = EnumSet.noneOf(ProblemCode.class);
        for (QualityRule rule : SHIPPED.rules()) {
            if (rule.check() instanceof Check.Files files) {
                asked.addAll(files.problems());
            } else if (rule.check() instanceof Check.Rows rows) {
                asked.addAll(rows.rejected());
            }
        }
        assertThat(asked).containsAll(faults);
    }

    @Test
    void everyCheckThatCanBeMadeBelongsToOneRule() {
        List<RowCheck> ofRows = SHIPPED.rules().stream()
                .filter(rule -> rule.check() instanceof Check.Rows)
                .flatMap(rule -> ((Check.Rows) rule.check()).rows().stream())
                .toList();
        List<PersonCheck> ofPeople = SHIPPED.rules().stream()
                .filter(rule -> rule.check() instanceof Check.People)
                .map(rule -> ((Check.People) rule.check()).people())
                .toList();
        assertThat(ofRows).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(RowCheck.class));
        assertThat(ofPeople).containsExactlyInAnyOrderElementsOf(EnumSet.allOf(PersonCheck.class));
    }

    @Test
    void mistakesOfARuleFileAreAllToldAtOnceWithTheirPlaces() throws IOException {
        Path file = Files.writeString(folder.resolve(RuleBook.FILE), """
                rules:
                  - id: DQ01_X
                    number: 1
                    rule: It holds.
                    level: files
                    severity: stop
                    check: { rows: dates in ordre }
                    denominator: rows
                    threshold: 1.5
                    what to do: Correct it.
                    touches: [medical_claims]
                    effect: mark
                    colour: red
                """);
        assertThatThrownBy(() -> RuleBook.load(file))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.problems())
                        .extracting(Problem::toString)
                        .anyMatch(text -> text.contains("line 5") && text.contains("Did you mean 'file'?"))
                        .anyMatch(text -> text.contains("line 7") && text.contains("Did you mean 'dates in order'?"))
                        .anyMatch(text -> text.contains("line 9") && text.contains("share between 0 and 1"))
                        .anyMatch(text -> text.contains("line 11") && text.contains("Did you mean 'medical_claim'?"))
                        .anyMatch(text -> text.contains("line 13") && text.contains("'colour' is not known")));
    }

    @Test
    void ruleIsComputedInOneWayOnly() throws IOException {
        String shipped = Files.readString(Path.of("measures", RuleBook.FILE));
        Path file = Files.writeString(
                folder.resolve(RuleBook.FILE),
                shipped.replace(
                        "check: { rows: plausible birth }", "check: { rows: plausible birth, people: race is known }"));
        assertThatThrownBy(() -> RuleBook.load(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("exactly one way");
    }

    @Test
    void statusFollowsFromThresholdAndEffect() {
        QualityRule marks = rule("DQ13_BIRTH_PLAUSIBLE");
        QualityRule tells = rule("DQ22_NPI_CHECK_DIGIT");
        BigDecimal half = new BigDecimal("0.5");
        assertThat(marks.judge(new Share(2, 1), half).status()).isEqualTo(RuleStatus.PASS);
        assertThat(marks.judge(new Share(3, 2), half).status()).isEqualTo(RuleStatus.FAIL);
        assertThat(tells.judge(new Share(3, 2), half).status()).isEqualTo(RuleStatus.WARN);
        assertThat(marks.judge(Share.NONE, half).status()).isEqualTo(RuleStatus.NO_DATA);
    }

    @Test
    void rulesAboutTrendsAreMisspeltInVain() throws IOException {
        assertThatThrownBy(() -> RuleBook.load(changed("volume: steady", "volume: study")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Of 'volume' can be asked whether they are 'steady'");
        assertThatThrownBy(() -> RuleBook.load(changed("run out: [0.2, 0.4,", "run out: [0.2, 4,")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("share between 0 and 1");
    }

    private Path changed(String from, String to) throws IOException {
        String shipped = Files.readString(Path.of("measures", RuleBook.FILE));
        assertThat(shipped).contains(from);
        return Files.writeString(folder.resolve(RuleBook.FILE), shipped.replace(from, to));
    }

    @Test
    void varianceEndsWithItsLastDayByTheDayTheDropWasCreated() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), """
                payer: plan
                most rejected: { share: 0.05, until: 2026-03-31, reason: new system }
                thresholds:
                  DQ13_BIRTH_PLAUSIBLE: { share: 0.3, until: 2026-03-31, reason: agreed in January }
                  DQ22_NPI_CHECK_DIGIT: { share: 1, reason: they send their own numbers }
                """);
        PayerRules rules = new PayerRules(SHIPPED, PayerProfileReader.read(folder, SHIPPED));
        LocalDate last = LocalDate.of(2026, 3, 31);
        QualityRule birth = rule("DQ13_BIRTH_PLAUSIBLE");

        assertThat(rules.threshold(birth, "plan", last)).isEqualByComparingTo("0.3");
        assertThat(rules.threshold(birth, "plan", last.plusDays(1))).isEqualByComparingTo("0.01");
        assertThat(rules.threshold(birth, "other", last)).isEqualByComparingTo("0.01");
        assertThat(rules.threshold(rule("DQ22_NPI_CHECK_DIGIT"), "plan", LocalDate.MAX))
                .isEqualByComparingTo("1");
        assertThat(rules.mostRejected("plan", last))
                .hasValueSatisfying(share -> assertThat(share).isEqualByComparingTo("0.05"));
        assertThat(rules.mostRejected("plan", last.plusDays(1))).isEmpty();
    }

    @Test
    void profileChoosesHowCancellationsSettleAndSaysWhy() throws IOException {
        Files.writeString(
                folder.resolve("ffs.yaml"),
                "payer: ffs\nfinal action: { rule: latest-wins, reason: agrees with their totals }\n");
        Files.writeString(folder.resolve("plan.yaml"), "payer: plan\n");

        assertThat(new PayerRules(SHIPPED, PayerProfileReader.read(folder, SHIPPED)).latestWins())
                .containsExactly("ffs");

        Files.writeString(folder.resolve("plan.yaml"), "payer: plan\nfinal action: { rule: newest }\n");
        assertThatThrownBy(() -> PayerProfileReader.read(folder, SHIPPED))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("none of pair-off, latest-wins")
                .hasMessageContaining("'reason' is missing");
    }

    @Test
    void mistakesOfProfilesAreAllToldAtOnce() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), """
                payer: plam
                thresholds:
                  DQ13_BIRTH: { share: 0.3, reason: x }
                  DQ22_NPI_CHECK_DIGIT: { share: 2, until: 31.3.2026 }
                """);
        Files.writeString(folder.resolve("state.yaml"), "payer: state\nmost regected: { share: 0.1, reason: x }\n");
        assertThatThrownBy(() -> PayerProfileReader.read(folder, SHIPPED))
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.problems())
                        .extracting(Problem::toString)
                        .anyMatch(text -> text.contains("named after another payer"))
                        .anyMatch(text -> text.contains("line 3") && text.contains("No rule is called 'DQ13_BIRTH'"))
                        .anyMatch(text -> text.contains("'2' is not a share"))
                        .anyMatch(text -> text.contains("is not a date"))
                        .anyMatch(text -> text.contains("'reason' is missing"))
                        .anyMatch(text -> text.contains("state.yaml") && text.contains("most rejected")));
    }

    @Test
    void shippedProfilesCanBeRead() {
        assertThat(PayerProfileReader.read(Path.of("jobs", "payers"), SHIPPED)).isEqualTo(Map.of());
    }

    private static QualityRule rule(String id) {
        Set<QualityRule> found =
                SHIPPED.rules().stream().filter(each -> each.id().equals(id)).collect(Collectors.toSet());
        assertThat(found).as(id).hasSize(1);
        return found.iterator().next();
    }
}
