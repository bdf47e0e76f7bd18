package org.mcpstrata.measure.prose;

/** Text in lines of at most 110 characters, indented by two blanks a level. */
final class Page {
    private static final int WIDTH = 110;

    private final StringBuilder text = new StringBuilder();

    Page blank() {
        text.append('\n');
        return this;
    }

    Page line(int depth, String sentence) {
        return wrapped("  ".repeat(depth), "  ".repeat(depth), sentence);
    }

    Page item(int depth, String sentence) {
        return wrapped("  ".repeat(depth - 1) + "- ", "  ".repeat(depth), sentence);
    }

    private Page wrapped(String first, String rest, String sentence) {
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : sentence.trim().split("\\s+")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(rest);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        text.append(line).append('\n');
        return this;
    }

    String text() {
        return text.toString();
    }
}
