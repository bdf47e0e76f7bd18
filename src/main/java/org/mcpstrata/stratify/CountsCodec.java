package org.mcpstrata.stratify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** {@link Counts} as a few bytes: most numbers of most cells are small or zero. */
final class CountsCodec {
    private CountsCodec() {}

    static void write(DataOutputStream out, Counts counts) throws IOException {
        for (long number : new long[] {
            counts.people(),
            counts.initialPopulation(),
            counts.denominator(),
            counts.denominatorExclusion(),
            counts.denominatorException(),
            counts.performanceDenominator(),
            counts.numerator(),
            counts.notMet(),
            counts.dataSufficient(),
            counts.known(),
            counts.asked2024(),
            counts.direct(),
            counts.conflict(),
            counts.observed(),
            counts.exposed()
        }) {
            writeCount(out, number);
        }
        for (BigDecimal amount : new BigDecimal[] {
            counts.observationSum(),
            counts.exposureSum(),
            counts.observationSquares(),
            counts.products(),
            counts.weights(),
            counts.weightSquares()
        }) {
            writeAmount(out, amount);
        }
        counts.items().write(out);
        RiskMonths months = counts.riskMonths();
        writeCount(out, months.size());
        for (int i = 0; i < months.size(); i++) {
            writeCount(out, months.cell(i));
            writeCount(out, months.months(i));
        }
        counts.ages().write(out);
        counts.weighted().write(out);
    }

    static Counts read(DataInputStream in) throws IOException {
        return new Counts(
                readCount(in),
                readCount(in),
                readCount(in),
                readCount(in),
                readCount(in),
                readCount(in),
                readCount(in),
                readCount(in),
                readCount(in),
                readCount(in),
                readCount(in),
                readCount(in),
                readCount(in),
                readCount(in),
                readCount(in),
                readAmount(in),
                readAmount(in),
                readAmount(in),
                readAmount(in),
                readAmount(in),
                readAmount(in),
                ItemSums.read(in),
                readMonths(in),
                AgeSums.read(in),
                WeightSums.read(in));
    }

    private static RiskMonths readMonths(DataInputStream in) throws IOException {
        int size = (int) readCount(in);
        int[] cells = new int[size];
        long[] months = new long[size];
        for (int i = 0; i < size; i++) {
            cells[i] = (int) readCount(in);
            months[i] = readCount(in);
        }
        return size == 0 ? RiskMonths.NONE : RiskMonths.of(cells, months);
    }

    static void write(DataOutputStream out, ReferenceSums sums) throws IOException {
        writeCount(out, sums.people());
        writeAmount(out, sums.observation());
        writeAmount(out, sums.exposure());
    }

    static ReferenceSums readReference(DataInputStream in) throws IOException {
        return new ReferenceSums(readCount(in), readAmount(in), readAmount(in));
    }

    static void writeCount(DataOutputStream out, long count) throws IOException {
        long left = count;
        while (left > 0x7f) {
            out.writeByte((int) (left & 0x7f | 0x80));
            left >>>= 7;
        }
        out.writeByte((int) left);
    }

    static long readCount(DataInputStream in) throws IOException {
        long count = 0;
        for (int shift = 0; ; shift += 7) {
            int next = in.readByte();
            count |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return count;
            }
        }
    }

    static void writeAmount(DataOutputStream out, BigDecimal amount) throws IOException {
        byte[] digits =
                amount.signum() == 0 ? new byte[0] : amount.unscaledValue().toByteArray();
        out.writeByte(digits.length);
        if (digits.length > 0) {
            out.writeByte(amount.scale());
            out.write(digits);
        }
    }

    static BigDecimal readAmount(DataInputStream in) throws IOException {
        int length = in.readByte();
        if (length == 0) {
            return BigDecimal.ZERO;
        }
        int scale = in.readByte();
        return new BigDecimal(new BigInteger(in.readNBytes(length)), scale);
    }
}
