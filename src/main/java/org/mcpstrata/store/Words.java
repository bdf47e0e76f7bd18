package org.mcpstrata.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts of one entry, each written once: later ones are numbers. Texts that both sides know beforehand are numbers always.
 */
public final class Words {
    private static final int NEW = 0;

    private final List<String> known;
    private final Map<String, Integer> knownNumbers = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();

    public Words() {
        this(List.of());
    }

    /** @param known texts that need not be written, the same when they are read */
    Words(List<String> known) {
        this.known = List.copyOf(known);
        for (String word : this.known) {
            knownNumbers.put(word, NEW + 1 + knownNumbers.size());
        }
    }

    /** Forgets the texts of the entry before. */
    void startEntry() {
        if (!numbers.isEmpty()) {
            numbers.clear();
        }
        words.clear();
    }

    public void write(EntryWriter out, String word) {
        Integer number = knownNumbers.get(word);
        if (number == null) {
            number = numbers.get(word);
        }
        if (number != null) {
            out.number(number);
            return;
        }
        out.number(NEW);
        out.text(word);
        numbers.put(word, NEW + 1 + known.size() + numbers.size());
    }

    public String read(EntryReader in) throws IOException {
        long number = in.number();
        if (number == NEW) {
            String word = in.text();
            words.add(word);
            return word;
        }
        long at = number - NEW - 1;
        if (at < 0 || at >= known.size() + words.size()) {
            throw new IOException("an entry uses a text that it does not hold");
        }
        return at < known.size() ? known.get((int) at) : words.get((int) at - known.size());
    }
}
