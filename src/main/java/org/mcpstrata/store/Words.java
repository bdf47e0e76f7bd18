package org.mcpstrata.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts of one file, each written once: later ones are numbers. Written and read in the same order. */
final class Words {
    /** Past this many different texts the later ones are written out each time. */
    private static final int MOST = 1 << 20;

    private static final int NEW = -1;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    void write(DataOutputStream out, String word) throws IOException {
        Integer number = numbers.get(word);
        if (number != null) {
            VarInt.write(out, number);
            return;
        }
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        VarInt.write(out, NEW);
        VarInt.write(out, bytes.length);
        out.write(bytes);
        if (numbers.size() < MOST) {
            numbers.put(word, numbers.size());
        }
    }

    String read(DataInputStream in) throws IOException {
        int number = Math.toIntExact(VarInt.read(in));
        if (number != NEW) {
            return words.get(number);
        }
        String word = new String(in.readNBytes(Math.toIntExact(VarInt.read(in))), StandardCharsets.UTF_8);
        if (words.size() < MOST) {
            words.add(word);
        }
        return word;
    }
}
