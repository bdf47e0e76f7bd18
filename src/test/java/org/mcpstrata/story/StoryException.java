package org.mcpstrata.story;

/** A story file that says something the vocabulary does not know; names the file, the story and the word. */
final class StoryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoryException(String place, String message) {
        super(place + ": " + message);
    }
}
