package org.mcpstrata.protect;

import java.util.List;

/**
 * What is hidden of a system, and why nobody can work it out.
 *
 * @param hidden by cell; printed cells only
 * @param sensitive by cell: what had to be protected for its own sake
 * @param proofs every one of which holds by itself
 * @param proofOf by cell: index of the proof with the widest range, or -1 where none is needed
 * @param unprotected cells for which none was found; the system must not be published as it is
 */
record Suppression(
        boolean[] hidden, boolean[] sensitive, List<Proof> proofs, int[] proofOf, List<Integer> unprotected) {
    Suppression {
        proofs = List.copyOf(proofs);
        unprotected = List.copyOf(unprotected);
    }

    boolean isSafe() {
        return unprotected.isEmpty();
    }

    /** How far apart two possible values of a proven cell are. */
    long range(int cell) {
        Proof proof = proofs.get(proofOf[cell]);
        return proof.apart(proof.indexOf(cell));
    }
}
