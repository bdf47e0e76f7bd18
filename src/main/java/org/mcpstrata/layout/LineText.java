package org.mcpstrata.layout;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import org.mcpstrata.problem.Place;
import org.mcpstrata.problem.ProblemCode;

/** What any line of text must be before its fields are looked at. */
final class LineText {
    private static final char LAST_OF_ONE_BYTE = 0xff;

    private LineText() {}

    /** The end of the line without the CR of a CRLF. */
    static int withoutReturn(byte[] buffer, int from, int to) {
        return to > from && buffer[to - 1] == '\r' ? to - 1 : to;
    }

    /** Whether all bytes are ASCII; a control character other than a tab is a problem. */
    static boolean isAscii(byte[] buffer, int from, int to) {
        boolean ascii = true;
        for (int i = from; i < to; i++) {
            byte b = buffer[i];
            if (b < 0) {
                ascii = false;
            } else if (b < ' ' && b != '\t' || b == 0x7f) {
                throw atByte(i);
            }
        }
        return ascii;
    }

    /** The line's characters; bytes that are none in that encoding are a problem. */
    static String decoded(byte[] buffer, int from, int to, Charset charset) {
        ByteBuffer bytes = ByteBuffer.wrap(buffer, from, to - from);
        // No encoding that may be stated makes more characters than there are bytes.
        CharBuffer text = CharBuffer.allocate(to - from);
        CharsetDecoder decoder = charset.newDecoder();
        if (decoder.decode(bytes, text, true).isError()) {
            throw atByte(bytes.position());
        }
        decoder.flush(text);
        return text.flip().toString();
    }

    /** @param index of the first byte that is no character */
    private static FieldProblem atByte(int index) {
        return new FieldProblem(ProblemCode.ENCODING, Place.fieldOfByte(index + 1L));
    }

    /** Puts down where a field of a delimited line begins and ends, without the spaces around it. */
    static void bound(byte[] buffer, int from, int to, int[] starts, int[] ends, int field) {
        int start = from;
        int end = to;
        while (end > start && buffer[end - 1] == ' ') {
            end--;
        }
        while (start < end && buffer[start] == ' ') {
            start++;
        }
        starts[field] = start;
        ends[field] = end;
    }

    /** The line with one byte a character, as fixed positions need it. */
    static byte[] singleByte(byte[] buffer, int from, int to, Charset charset) {
        String text = decoded(buffer, from, to, charset);
        byte[] line = new byte[text.length()];
        for (int i = 0; i < line.length; i++) {
            if (text.charAt(i) > LAST_OF_ONE_BYTE) {
                throw atByte(from + text.substring(0, i).getBytes(charset).length);
            }
            line[i] = (byte) text.charAt(i);
        }
        return line;
    }
}
