package org.mcpstrata.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.LineOfBusiness;
import org.mcpstrata.model.Table;
import org.mcpstrata.model.Verdict;

class EvaluatorTest {
    private static Story eventful() {
        return Story.born("1955-05-05")
                .covered(LineOfBusiness.MEDICARE_FFS, "2020-01-01", "9999-12-31")
                .visit("2025-03-01", "CPT|99213")
                .condition("ICD10CM|I10", "2020-01-01")
                .condition("ICD10CM|E11.9", "2020-01-01")
                .pressure("LOINC|8480-6", "2025-06-01", "138")
                .pressure("LOINC|8480-6", "2025-06-01", "138")
                .pressure("LOINC|8462-4", "2025-06-01", "88")
                .lab("LOINC|4548-4", "2025-06-01", "8.8")
                .lab("LOINC|4548-4", "2025-06-01", "8.8")
                .claim("2025-06-01", "3046F")
                .claim(new ClaimStory("c1").line("2025-03-05", "99283", "23").diagnoses("R07.9"))
                .claim(new ClaimStory("c2").institutional("131").revenue("2025-03-05", "0450"))
                .claim("2018-03-05", "45378", "Z12.11")
                .fill("00054009013", "2025-03-05", 30, "paid");
    }

    private static List<Verdict> verdicts(Story story, List<CanonicalRow> rows) {
        return Shipped.EVALUATOR.evaluate(story.person(), rows);
    }

    @Test
    void theOrderOfRowsNeverMatters() {
        Story story = eventful();
        List<Verdict> expected = verdicts(story, story.rows());
        for (int seed = 1; seed <= 50; seed++) {
            List<CanonicalRow> shuffled = new ArrayList<>(story.rows());
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(verdicts(story, shuffled)).isEqualTo(expected);
        }
    }

    @Test
    void rowsLeftBehindChangeNoVerdict() {
        Story story = eventful()
                .claim("2025-03-09", "80053", "Z00.00")
                .lab("LOINC|2345-7", "2025-06-02", "99")
                .condition("ICD10CM|J06.9", "2025-01-01")
                .fill("99999999999", "2025-03-05", 30, "paid");
        List<CanonicalRow> relevant =
                story.rows().stream().filter(Shipped.EVALUATOR::isRelevant).toList();

        assertThat(relevant).hasSizeLessThan(story.rows().size());
        assertThat(verdicts(story, relevant)).isEqualTo(verdicts(story, story.rows()));
    }

    @Test
    void everyLineOfAMedicalClaimStaysUntilTheClaimIsWhole() {
        Story story = Story.born("1955-05-05").claim("2025-03-09", "80053");

        assertThat(story.rows()).hasSize(1).allMatch(Shipped.EVALUATOR::isRelevant);
    }

    @Test
    void aFillThatReplacesAnotherStaysWhateverItsDrug() {
        CanonicalRow original = Story.born("1955-05-05")
                .fill("99999999999", "2025-03-05", 30, "paid")
                .rows()
                .get(0);
        assertThat(Shipped.EVALUATOR.isRelevant(original)).isFalse();
        for (String column : List.of("adjustment_type", "record_version", "replaces_claim_id")) {
            Object value = column.equals("record_version")
                    ? (Object) 1
                    : column.equals("adjustment_type") ? "CANCELLATION" : "x";
            assertThat(Shipped.EVALUATOR.isRelevant(with(original, column, value)))
                    .as(column)
                    .isTrue();
        }
    }

    private static CanonicalRow with(CanonicalRow row, String column, Object value) {
        Object[] values = row.table().schema().columns().stream()
                .map(each -> each.name().equals(column) ? value : row.value(each))
                .toArray();
        return new CanonicalRow(Table.PHARMACY_CLAIM, values);
    }

    @Test
    void theEvaluatorGivesTheSameVerdictsAfterTravelling() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(Shipped.EVALUATOR);
        }
        Evaluator arrived;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            arrived = (Evaluator) in.readObject();
        }
        Story story = eventful();

        assertThat(arrived.evaluate(story.person(), story.rows())).isEqualTo(verdicts(story, story.rows()));
    }

    @Test
    void whatIsNeededForOneVerdictIsNotLeftFromTheLastPerson() {
        Story sick = eventful();
        Story well = Story.born("1990-01-01");
        List<Verdict> alone = verdicts(well, well.rows());
        verdicts(sick, sick.rows());

        assertThat(verdicts(well, well.rows())).isEqualTo(alone);
    }
}
