package org.mcpstrata.layout;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.mcpstrata.problem.ProblemCode;

/** What any line of text must be before its fields are looked at. */
final class LineText {
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
                throw new FieldProblem(ProblemCode.ENCODING, "");
            }
        }
        return ascii;
    }

    /** The line's characters; bytes that are none in that encoding are a problem. */
    static String decoded(byte[] buffer, int from, int to, Charset charset) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(buffer, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FieldProblem(ProblemCode.ENCODING, "");
        }
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
        try {
            ByteBuffer bytes = StandardCharsets.ISO_8859_1
                    .newEncoder()
                    .encode(CharBuffer.wrap(decoded(buffer, from, to, charset)));
            byte[] line = new byte[bytes.remaining()];
            bytes.get(line);
            return line;
        } catch (CharacterCodingException e) {
            throw new FieldProblem(ProblemCode.ENCODING, "");
        }
    }
}
