package org.mcpstrata.publish;

/**
 * Counts what a task writes, while it writes it, so that people are evaluated once.
 *
 * @param <T> what rows are made of
 * @param <S> what was counted; serializable
 */
public interface SideCount<T, S> {
    void add(T thing);

    /** What was counted; asked once, at the end of the task. */
    S counted();
}
