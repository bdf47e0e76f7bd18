package org.mcpstrata.measure;

/** How many of the definitions in a list must hold. */
public enum Quantifier {
    ALL,
    ANY,
    NONE;

    /** Whether a list holds of which so many hold. */
    public boolean holds(int holding, int listed) {
        return switch (this) {
            case ALL -> holding == listed;
            case ANY -> holding > 0;
            case NONE -> holding == 0;
        };
    }

    /** Whether a definition that holds helps the list to hold, and not to fail. */
    public boolean isForWhatHolds() {
        return switch (this) {
            case ALL, ANY -> true;
            case NONE -> false;
        };
    }
}
