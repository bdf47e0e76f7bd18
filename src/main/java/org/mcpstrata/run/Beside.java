package org.mcpstrata.run;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Work that goes on beside the line, where a stage of the line leaves processors idle. What it finds does not depend on
 * when it runs; what goes wrong in it is told where its result is asked for.
 */
final class Beside<T> implements AutoCloseable {
    private final FutureTask<T> task;
    private final Thread thread;

    private Beside(FutureTask<T> task, Thread thread) {
        this.task = requireNonNull(task, "task");
        this.thread = requireNonNull(thread, "thread");
    }

    /** Starts the work; its thread never keeps a process alive. */
    static <T> Beside<T> start(String name, Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return new Beside<>(task, thread);
    }

    /** What the work found, waited for; what it threw. */
    T result() {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            if (e.getCause() instanceof Error failed) {
                throw failed;
            }
            throw new IllegalStateException("a supplier throws no checked exception", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for work beside the run", e);
        }
    }

    /**
     * Waits until the work is over, so that nothing of it goes on when the line has failed; its own failure is told by
     * {@link #result()}.
     */
    @Override
    public void close() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
