package org.mcpstrata.protect;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * How much the loss of a count matters: what readers look at first is hidden last. A secret salt draws lots between
 * equally good cells, so that who knows this program cannot tell what was hidden for its own sake
 * (stratification.md 5.4).
 */
final class CellWeights {
    private static final double LOTS = 0.1;

    private final ProtectionPolicy policy;
    private final byte[] salt;
    private final MessageDigest digest = DigestUtils.getSha256Digest();

    CellWeights(ProtectionPolicy policy, byte[] salt) {
        this.policy = requireNonNull(policy, "policy");
        this.salt = salt.clone();
    }

    double of(CountedRow row, Count count) {
        Position at = row.position();
        String kind = row.row().text("stratum_kind");
        double weight =
                switch (kind) {
                    case "TOTAL" -> at.table().entityType().equals(PublicTable.PRACTICE) ? 1 : policy.totalWeight();
                    case "VALUE", "MULTI" -> 1;
                    default -> policy.missingWeight();
                };
        return weight * (1 + LOTS * lot(at.key(count)));
    }

    /** A number from 0 to 1 that nobody without the salt can work out. */
    private double lot(String key) {
        digest.update(salt);
        byte[] hash = digest.digest(key.getBytes(StandardCharsets.UTF_8));
        return (hash[0] & 0xff) / 255.0;
    }
}
