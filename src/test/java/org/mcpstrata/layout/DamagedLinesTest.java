package org.mcpstrata.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a line is damaged, it becomes one outcome: accepted or rejected, never an exception and never a value. */
class DamagedLinesTest {
    private static final int LINES = 3000;

    /** Of fixed-width lines: much of one is blank or free text, where damage is just another value. */
    private static final int FIXED = 800;

    /** Of lines with delimiters, where hardly any damage leaves all fields in place. */
    private static final int DELIMITED = 2500;

    /** @param leastRejected of the damaged lines; a reader that accepts more lets damage through */
    private record Case(String name, RecordReader reader, String line, int leastRejected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        Stream<Case> cclf = CclfLayout.FILE_TYPES.stream()
                .map(type ->
                        new Case(type, CclfLayout.of(type), FixedLine.of(type).text(), FIXED));
        Stream<Case> apcd = Stream.of(
                new Case("ME", apcd(ApcdFileType.ME), PipeLine.eligibility().text(), DELIMITED),
                new Case("MC", apcd(ApcdFileType.MC), PipeLine.medical().text(), DELIMITED),
                new Case("PC", apcd(ApcdFileType.PC), PipeLine.pharmacy().text(), DELIMITED),
                new Case("PV", apcd(ApcdFileType.PV), PipeLine.provider().text(), DELIMITED));
        return Stream.of(cclf, apcd, rif()).flatMap(cases -> cases);
    }

    private static Stream<Case> rif() {
        return RifLayout.FILE_TYPES.stream().map(type -> {
            RifLine line =
                    switch (type) {
                        case "beneficiary" ->
                            RifLine.beneficiary(2025)
                                    .set("MDCR_ENTLMT_BUYIN_1_IND", "3")
                                    .set("MBI_NUM", "1S00E00AA14");
                        case "pde" -> RifLine.fill().set("CVRD_D_PLAN_PD_AMT", "40.00");
                        default ->
                            RifLine.claim(type).set("PRNCPAL_DGNS_CD", "E119").set("CLM_PMT_AMT", "1.50");
                    };
            return new Case(type, RifLayout.of(type, line.header()), line.text(), DELIMITED);
        });
    }

    private static RecordReader apcd(ApcdFileType type) {
        return ApcdLayout.of(type, AmountForm.POINT);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void damageIsAnOrdinaryEvent(Case damaged) {
        Random random = new Random(7);
        int rejects = 0;
        byte[] whole = damaged.line().getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < LINES; i++) {
            byte[] line =
                    Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length + 9) : whole.length);
            for (int hits = random.nextInt(6); hits > 0 && line.length > 0; hits--) {
                line[random.nextInt(line.length)] =
                        (byte) (random.nextBoolean() ? random.nextInt(256) : oftenMeant(random));
            }
            RecordOutcome outcome = DeliveredLines.read(damaged.reader(), line, DeliveredLines.MEDICARE);
            if (Arrays.equals(line, whole)) {
                assertThat(outcome).isInstanceOf(RecordOutcome.Accepted.class);
            }
            if (outcome instanceof RecordOutcome.Rejected rejected) {
                rejects++;
                assertThat(rejected.field().isEmpty() || rejected.field().matches("[A-Z][A-Z0-9_]+|byte [1-9][0-9]*"))
                        .isTrue();
            }
        }
        assertThat(rejects).isGreaterThanOrEqualTo(damaged.leastRejected());
    }

    private static char oftenMeant(Random random) {
        return "0123456789|~-. AZ".charAt(random.nextInt(17));
    }
}
