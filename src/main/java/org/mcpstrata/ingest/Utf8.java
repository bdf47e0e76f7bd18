package org.mcpstrata.ingest;

/** Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {
    private Utf8() {}

    /** Whether the bytes are text as {@link #firstFault} asks for it. */
    static boolean isText(byte[] bytes, int from, int to, boolean lineEnds) {
        return firstFault(bytes, from, to, lineEnds) < 0;
    }

    /**
     * The index of the first byte that does not belong to valid UTF-8 text of a delivered record, or -1: there may be no
     * control character but the tab and, inside quotes, line ends; and no replacement character, the mark of an earlier
     * wrong conversion.
     */
    static int firstFault(byte[] bytes, int from, int to, boolean lineEnds) {
        int i = from;
        while (i < to) {
            int b = bytes[i];
            if (b >= 0x20 && b != 0x7f || b == '\t') {
                i++;
            } else if (b >= 0) {
                if (!lineEnds || b != '\n' && b != '\r') {
                    return i;
                }
                i++;
            } else {
                int length = sequence(bytes, i, to);
                if (length == 0) {
                    return i;
                }
                i += length;
            }
        }
        return -1;
    }

    /** Length of the multi-byte character at a position, or 0 where there is none that may stand in a record. */
    private static int sequence(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xff;
        if (first >= 0xc2 && first <= 0xdf) {
            // U+0080 to U+009F are control characters too.
            boolean control = first == 0xc2 && at + 1 < to && (bytes[at + 1] & 0xff) < 0xa0;
            return !control && follows(bytes, at + 1, to, 0x80, 0xbf) ? 2 : 0;
        }
        if (first >= 0xe0 && first <= 0xef) {
            int low = first == 0xe0 ? 0xa0 : 0x80;
            int high = first == 0xed ? 0x9f : 0xbf;
            boolean valid = follows(bytes, at + 1, to, low, high) && follows(bytes, at + 2, to, 0x80, 0xbf);
            boolean replacement =
                    valid && first == 0xef && bytes[at + 1] == (byte) 0xbf && bytes[at + 2] == (byte) 0xbd;
            return valid && !replacement ? 3 : 0;
        }
        if (first >= 0xf0 && first <= 0xf4) {
            int low = first == 0xf0 ? 0x90 : 0x80;
            int high = first == 0xf4 ? 0x8f : 0xbf;
            boolean valid = follows(bytes, at + 1, to, low, high)
                    && follows(bytes, at + 2, to, 0x80, 0xbf)
                    && follows(bytes, at + 3, to, 0x80, 0xbf);
            return valid ? 4 : 0;
        }
        return 0;
    }

    private static boolean follows(byte[] bytes, int at, int to, int low, int high) {
        if (at >= to) {
            return false;
        }
        int b = bytes[at] & 0xff;
        return b >= low && b <= high;
    }
}
