package org.mcpstrata.measure.prose;

/** The name of a window as part of a sentence. */
final class WindowProse {
    private WindowProse() {}

    static String name(String windowName) {
        if (windowName.startsWith("the ")) {
            return windowName;
        }
        return windowName.startsWith("measurement period") || windowName.startsWith("first ")
                ? "the " + windowName
                : "'" + windowName + "'";
    }
}
