package org.mcpstrata.promise;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Spoils bytes: flips, inserts, deletes, repeats, splices, and tokens that readers stumble over. */
final class Mutation {
    private static final int LARGEST = 1 << 17;
    private static final List<byte[]> TOKENS = List.of(
                    "\n",
                    "\r",
                    "\r\n",
                    "\"",
                    "\"\"",
                    ",",
                    "|",
                    "'",
                    ":",
                    "{",
                    "}",
                    "[",
                    "]",
                    "[[[[[[[[",
                    "{\"a\":",
                    "-",
                    "- ",
                    "&a ",
                    "*a",
                    "!!x ",
                    "---\n",
                    "? ",
                    "#",
                    "%",
                    "null",
                    "~",
                    "true",
                    "0",
                    "-0",
                    "-1",
                    "00",
                    "1e999",
                    "99999999999999999999",
                    "2147483648",
                    "9223372036854775808",
                    "0.0000000001",
                    "2025-02-29",
                    "9999-12-31",
                    "0000-00-00",
                    "20250229",
                    "+00:00",
                    "\uFEFF",
                    "\uFFFD",
                    "\u202e",
                    "e\u0301",
                    "\0",
                    "\u001b",
                    "\t",
                    "HD|",
                    "TR|",
                    "CDL",
                    "\\u0000",
                    "\\ud800",
                    "../",
                    "NaN",
                    "Infinity",
                    " ")
            .stream()
            .map(token -> token.getBytes(StandardCharsets.UTF_8))
            .toList();

    private final RandomGenerator random;

    Mutation(RandomGenerator random) {
        this.random = random;
    }

    /** One to six changes, most often one. */
    byte[] of(byte[] original) {
        byte[] bytes = original;
        int changes = random.nextInt(3) > 0 ? 1 : 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            bytes = once(bytes);
        }
        return bytes.length > LARGEST ? Arrays.copyOf(bytes, LARGEST) : bytes;
    }

    private byte[] once(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 8));
        return switch (random.nextInt(8)) {
            case 0 -> flipped(bytes);
            case 1 -> replaced(bytes, at, 0, noise());
            case 2 -> replaced(bytes, at, length, new byte[0]);
            case 3 -> replaced(bytes, at, 0, token());
            case 4 -> replaced(bytes, at, length, token());
            case 5 -> replaced(bytes, at, 0, repeated(Arrays.copyOfRange(bytes, at, at + length)));
            case 6 -> replaced(bytes, at, length, spliced(bytes));
            default -> Arrays.copyOf(bytes, at);
        };
    }

    private byte[] flipped(byte[] bytes) {
        byte[] changed = bytes.clone();
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    private byte[] noise() {
        byte[] noise = new byte[1 + random.nextInt(8)];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] token() {
        byte[] token = TOKENS.get(random.nextInt(TOKENS.size()));
        return random.nextInt(10) == 0 ? repeated(token) : token;
    }

    private byte[] repeated(byte[] part) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int times = random.nextInt(10) == 0 ? 5_000 : 1 + random.nextInt(20);
        for (int i = 0; i < times && all.size() < LARGEST; i++) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private byte[] spliced(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(300)));
    }

    private static byte[] replaced(byte[] bytes, int at, int length, byte[] part) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes, 0, at);
        all.writeBytes(part);
        all.write(bytes, at + length, bytes.length - at - length);
        return all.toByteArray();
    }
}
