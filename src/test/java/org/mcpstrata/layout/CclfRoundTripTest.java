package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Table;

/** What a writer puts into a record comes out again, whatever the values. */
class CclfRoundTripTest {
    private static final Table CLAIM = Table.MEDICAL_CLAIM;

    @RepeatedTest(200)
    void whatIsWrittenIsRead(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        BigDecimal paid = BigDecimal.valueOf(random.nextLong(-99_999_999_999_99L, 99_999_999_999_99L), 2);
        BigDecimal allowed = BigDecimal.valueOf(random.nextLong(99_999_999_999_99L), 2);
        LocalDate from = LocalDate.of(1901, 1, 1).plusDays(random.nextInt(70_000));
        LocalDate thru = from.plusDays(random.nextInt(60));
        int number = random.nextInt(1, 999_999_999);
        String text = FixedLine.of("cclf5")
                .set("CLM_LINE_CVRD_PD_AMT", signed(paid, 15))
                .set("CLM_LINE_ALOWD_CHRG_AMT", signed(allowed, 17))
                .set("CLM_FROM_DT", from.toString())
                .set("CLM_THRU_DT", thru.toString())
                .set("CLM_LINE_NUM", String.format(Locale.ROOT, "%010d", number))
                .set("CLM_LINE_HCPCS_CD", "99213")
                .text();
        RecordOutcome outcome = DeliveredLines.read(CclfLayout.of("cclf5"), text);
        CanonicalRow row = DeliveredLines.row(outcome, CLAIM);
        assertThat(outcome.paidAmount()).contains(paid);
        assertThat(row.decimal(CLAIM.column("paid_amount"))).isEqualTo(paid);
        assertThat(row.decimal(CLAIM.column("allowed_amount"))).isEqualTo(allowed);
        assertThat(row.date("claim_start_date")).isEqualTo(from);
        assertThat(row.date("claim_end_date")).isEqualTo(thru);
        assertThat(row.integer("claim_line_number")).isEqualTo(number);
        assertThat(row.text("hcpcs_code")).isEqualTo("99213");
    }

    /** SIGNED_DECIMAL: a minus or a blank, then digits with a point, zeros on the left (inputs.md 1.2). */
    private static String signed(BigDecimal amount, int width) {
        String digits = amount.abs().toPlainString();
        return (amount.signum() < 0 ? "-" : " ") + "0".repeat(width - 1 - digits.length()) + digits;
    }
}
