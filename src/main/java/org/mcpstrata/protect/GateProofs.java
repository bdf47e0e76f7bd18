package org.mcpstrata.protect;

import java.util.ArrayList;
import java.util.List;
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
                            .set("cell", (long) c)
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

    /** One row a proof, with every cell that it changes; every other cell is as published. */
    public void certificate(String releaseId, Consumer<TableRow> sink) {
        TableSchema changes = CERTIFICATE.column("cells").nested();
        blocks.forEach((name, block) -> {
            List<Proof> proofs = block.suppression().proofs();
            for (int p = 0; p < proofs.size(); p++) {
                Proof proof = proofs.get(p);
                List<Object[]> cells = new ArrayList<>();
                for (int i = 0; i < proof.cells().length; i++) {
                    long truth = block.system().value(proof.cells()[i]);
                    Object[] change = new Object[changes.columns().size()];
                    change[changes.column("cell").index()] = (long) proof.cells()[i];
                    change[changes.column("first").index()] = truth + proof.first()[i];
                    change[changes.column("second").index()] = truth + proof.second()[i];
                    cells.add(change);
                }
                sink.accept(TableRow.of(CERTIFICATE)
                        .set("release_id", releaseId)
                        .set("block", name)
                        .set("proof", (long) p)
                        .set("cells", cells)
                        .build());
            }
        });
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
