package org.mcpstrata.stratify;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import scala.Tuple2;

/** What one task counted: cells of practices, to be added to those of other tasks. */
public final class PartialCells implements Serializable {
    private final ArrayList<Tuple2<PracticeCell, Counts>> cells;

    PartialCells(ArrayList<Tuple2<PracticeCell, Counts>> cells) {
        this.cells = requireNonNull(cells, "cells");
    }

    ArrayList<Tuple2<PracticeCell, Counts>> cells() {
        return cells;
    }
}
