package org.mcpstrata.publish;

import java.io.Serializable;

/** Makes a fresh {@link SideCount} for every task. */
@FunctionalInterface
public interface SideCounter<T, S> extends Serializable {
    SideCount<T, S> start();
}
