package org.mcpstrata.store;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A Parquet file whose footer is the same in every process. Parquet lists the encodings of a column in the order of a
 * hash set of enum constants, and that order changes from one JVM to the next; here the lists are sorted on the way out.
 */
final class StableFooterFile implements OutputFile {
    private final OutputFile file;

    StableFooterFile(OutputFile file) {
        this.file = requireNonNull(file, "file");
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) throws IOException {
        return new HeldBackTail(file.create(blockSizeHint));
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
        return new HeldBackTail(file.createOrOverwrite(blockSizeHint));
    }

    @Override
    public boolean supportsBlockSize() {
        return file.supportsBlockSize();
    }

    @Override
    public long defaultBlockSize() {
        return file.defaultBlockSize();
    }

    @Override
    public String getPath() {
        return file.getPath();
    }

    /** The tail of a file: footer, its length in four bytes, and the four letters that end it. */
    static byte[] sorted(byte[] tail, int length) throws IOException {
        int end = length - 2 * Integer.BYTES;
        int footerLength = ByteBuffer.wrap(tail, end, Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        int start = end - footerLength;
        if (start < 0) {
            throw new IOException("the footer is longer than what was held back");
        }
        FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(tail, start, footerLength));
        for (RowGroup group : footer.getRow_groups()) {
            for (ColumnChunk column : group.getColumns()) {
                sort(column.getMeta_data());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(length);
        out.write(tail, 0, start);
        Util.writeFileMetaData(footer, out);
        int written = out.size() - start;
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(written)
                .array());
        out.write(tail, end + Integer.BYTES, Integer.BYTES);
        return out.toByteArray();
    }

    private static void sort(ColumnMetaData column) {
        List<Encoding> encodings = new ArrayList<>(column.getEncodings());
        encodings.sort(Comparator.comparingInt(Encoding::getValue));
        column.setEncodings(encodings);
        if (column.isSetEncoding_stats()) {
            List<PageEncodingStats> stats = new ArrayList<>(column.getEncoding_stats());
            stats.sort(Comparator.comparingInt(
                            (PageEncodingStats page) -> page.getPage_type().getValue())
                    .thenComparingInt(page -> page.getEncoding().getValue()));
            column.setEncoding_stats(stats);
        }
    }

    /** Passes bytes on, but for the last few megabytes, which wait until the file is closed. */
    private static final class HeldBackTail extends PositionOutputStream {
        /** Far more than any footer: some two hundred bytes for each column of each row group. */
        private static final int HELD_BACK = 4 << 20;

        private final PositionOutputStream out;
        private byte[] tail = new byte[1 << 16];
        private int length;
        private long passedOn;
        private boolean closed;

        HeldBackTail(PositionOutputStream out) {
            this.out = out;
        }

        @Override
        public long getPos() {
            return passedOn + length;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (length + count > 2 * HELD_BACK) {
                passOn(Math.max(0, length - HELD_BACK));
            }
            if (length + count > tail.length) {
                tail = Arrays.copyOf(tail, Math.max(2 * tail.length, length + count));
            }
            System.arraycopy(bytes, from, tail, length, count);
            length += count;
        }

        private void passOn(int count) throws IOException {
            out.write(tail, 0, count);
            System.arraycopy(tail, count, tail, 0, length - count);
            length -= count;
            passedOn += count;
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            try (out) {
                out.write(endsAsParquet() ? sorted(tail, length) : Arrays.copyOf(tail, length));
            }
        }

        /** A writer that failed half-way closes its stream without a footer. */
        private boolean endsAsParquet() {
            return length > 2 * Integer.BYTES
                    && tail[length - 4] == 'P'
                    && tail[length - 3] == 'A'
                    && tail[length - 2] == 'R'
                    && tail[length - 1] == '1'
                    && passedOn + length > 3 * Integer.BYTES;
        }
    }
}
