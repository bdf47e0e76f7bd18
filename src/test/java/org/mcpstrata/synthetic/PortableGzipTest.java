package org.mcpstrata.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortableGzipTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 300, 131_071, 131_072, 131_073, 400_000})
    void anyLengthComesBack(int length) throws IOException {
        Draw draw = Draw.of(length, 1, 1);
        byte[] repeating = new byte[length];
        byte[] scattered = new byte[length];
        for (int i = 0; i < length; i++) {
            repeating[i] = (byte) (draw.chance(0.02) ? draw.below(256) : i % 37);
            scattered[i] = (byte) draw.below(256);
        }
        assertThat(unpacked(packed(repeating))).isEqualTo(repeating);
        assertThat(unpacked(packed(scattered))).isEqualTo(scattered);
    }

    @Test
    void longestRunsAndSingleBytesComeBack() throws IOException {
        byte[] zeros = new byte[100_000];
        assertThat(unpacked(packed(zeros))).isEqualTo(zeros);
        assertThat(packed(zeros)).hasSizeLessThan(1_000);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PortableGzip gzip = new PortableGzip(bytes)) {
            for (byte letter : "one by one".getBytes(StandardCharsets.US_ASCII)) {
                gzip.write(letter);
            }
        }
        assertThat(unpacked(bytes.toByteArray())).isEqualTo("one by one".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void bytesAreTheSameOnEveryMachine() throws IOException {
        byte[] text = "a claim, a claim, a claim\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(HexFormat.of().formatHex(packed(text)))
                .isEqualTo("1f8b08000000000000ff4b5448ce49ccccd5514067700100f51fb5731a000000");
    }

    private static byte[] packed(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PortableGzip gzip = new PortableGzip(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
