package org.mcpstrata.synthetic;

/** One reason for care. Topics write into the same chart in a fixed order, each with a stream of choices of its own. */
interface CareTopic {
    void write(Chart chart, Draw draw);
}
