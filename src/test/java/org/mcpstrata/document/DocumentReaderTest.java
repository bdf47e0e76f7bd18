package org.mcpstrata.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mcpstrata.problem.ProblemCode;
import org.mcpstrata.problem.Problems;

class DocumentReaderTest {
    private final Problems problems = new Problems();

    private Optional<Node> parse(String text) {
        return DocumentReader.parse(text, "file.yaml", ProblemCode.DEFINITION_INVALID, problems);
    }

    @ParameterizedTest
    @CsvSource({"0450", "1.10", "1e3", "0x1F", "yes", "true", "2025-01-01", "1_000", ".5"})
    void aScalarStaysTheTextThatWasWritten(String written) {
        Node.Fields root = (Node.Fields) parse("key: " + written).orElseThrow();
        assertThat(((Node.Text) root.fields().get("key")).value()).isEqualTo(written);
    }

    @Test
    void anUnquotedCommaInsideBracesIsNotASilentSecondKey() {
        assertThat(parse("rate: { name: visits per 1,000 member-months }")).isEmpty();
        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.detail()).contains("comma");
            assertThat(problem.place().toString()).contains("rate > 000 member-months");
        });
    }

    @Test
    void everyRepeatedKeyIsReported() {
        assertThat(parse("a: 1\nb: 2\na: 3\nb: 4\n")).isEmpty();
        assertThat(problems.list())
                .extracting(problem -> problem.place().line())
                .containsExactly(3L, 4L);
    }

    @ParameterizedTest
    @CsvSource({
        "'a: &x [1]\nb: *x\n', Anchors",
        "'a: 1\n---\nb: 2\n', second document",
        "'a: [1\n', well-formed",
        "'', empty",
        "'a:\n', empty",
        "'a: ~\n', empty",
        "'a: null\n', empty",
    })
    void whatAReaderWouldNotSeeIsRefused(String text, String detail) {
        assertThat(parse(text)).isEmpty();
        assertThat(problems.list())
                .anySatisfy(problem -> assertThat(problem.detail()).contains(detail));
    }

    @Test
    void deepNestingIsRefusedAndDoesNotOverflowTheStack() {
        assertThat(parse("[".repeat(5000) + "]".repeat(5000))).isEmpty();
        assertThat(problems.list()).hasSize(1);
    }

    @Test
    void noTextOfABrokenFileGetsIntoTheProblem() {
        assertThat(parse("a: 'secret\n")).isEmpty();
        assertThat(problems.list().toString()).doesNotContain("secret");
    }
}
