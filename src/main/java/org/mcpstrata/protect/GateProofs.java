package org.mcpstrata.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.mcpstrata.model.TableRow;
import org.mcpstrata.model.TableSchema;

/** The restricted tables that prove a release: who is hidden for what reason, and two completions for each. */
public final class GateProofs {
    public static final TableSchema AUDIT = TableSchema.load("suppression_audit", List.of());
    public static final TableSchema CERTIFICATE = TableSchema.load("suppression_certificate", List.of());

    private final SortedMap<String, ProtectedBlock> blocks;

    GateProofs(SortedMap<String, ProtectedBlock> blocks) {
        this.blocks = blocks;
    }

    /** One row for every hidden count and every difference that hidden counts leave open, block by block. */
    public void audit(String releaseId, Consumer<TableRow> sink) {
        blocks.forEach((name, block) -> {
            Suppression found = block.suppression();
            for (int c = 0; c < block.system().cells(); c++) {
                if (found.proofOf()[c] >= 0) {
                    Proof proof = found.proofs().get(found.proofOf()[c]);
                    int at = proof.indexOf(c);
                    long truth = block.system().value(c);
                    CellName cell = block.model().name(c);
                    sink.accept(named(TableRow.of(AUDIT), releaseId, name, cell)
                            .set("kind", kind(cell, found.sensitive()[c]))
                            .set("lower", truth + proof.lowest(at))
                            .set("upper", truth + proof.highest(at))
                            .set("proof", (long) found.proofOf()[c])
                            .build());
                }
            }
        });
    }

    private static String kind(CellName cell, boolean sensitive) {
        return cell.isDifference() ? "DIFFERENCE" : sensitive ? "SENSITIVE" : "COMPLEMENTARY";
    }

    /** One row for every cell that a proof changes, proof by proof; every other cell is as published. */
    public void certificate(String releaseId, Consumer<TableRow> sink) {
        for (Map.Entry<String, ProtectedBlock> entry : blocks.entrySet()) {
            ProtectedBlock block = entry.getValue();
            List<Proof> proofs = new ArrayList<>(block.suppression().proofs());
            for (int p = 0; p < proofs.size(); p++) {
                Proof proof = proofs.get(p);
                for (int i = 0; i < proof.cells().length; i++) {
                    int cell = proof.cells()[i];
                    long truth = block.system().value(cell);
                    sink.accept(named(
                                    TableRow.of(CERTIFICATE),
                                    releaseId,
                                    entry.getKey(),
                                    block.model().name(cell))
                            .set("proof", (long) p)
                            .set("first", truth + proof.first()[i])
                            .set("second", truth + proof.second()[i])
                            .build());
                }
            }
        }
    }

    private static TableRow.Builder named(TableRow.Builder row, String releaseId, String block, CellName cell) {
        Position at = cell.position();
        return row.set("release_id", releaseId)
                .set("block", block)
                .set("measure_id", at.table().rate().measureId())
                .set("rate_id", at.table().rate().rateId())
                .set("entity_type", at.table().entityType())
                .set("entity_id", at.entityId())
                .set("payer_scope", at.table().payerScope())
                .set("stratifier_id", at.table().stratifierId())
                .set("stratum_id", at.stratumId())
                .set("count", cell.count().column());
    }
}
