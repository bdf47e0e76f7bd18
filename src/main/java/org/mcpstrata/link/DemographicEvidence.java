package org.mcpstrata.link;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.model.Attribute;
import org.mcpstrata.model.EvidenceTier;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.ResolvedAttribute;

/** Everything that payers said in time about one person's attributes, before it is weighed. */
public final class DemographicEvidence {
    private final SortedSet<String> payers;
    private final Map<Attribute, List<Statement>> statements;
    private final Resolution resolution;

    /** @param payers those that know the person, whether or not they said anything */
    DemographicEvidence(SortedSet<String> payers, Map<Attribute, List<Statement>> statements, Resolution resolution) {
        this.payers = Collections.unmodifiableSortedSet(new TreeSet<>(payers));
        this.statements = new EnumMap<>(statements);
        this.resolution = requireNonNull(resolution, "resolution");
    }

    SortedSet<String> payers() {
        return payers;
    }

    /** The answer that all evidence together gives, for every attribute. */
    Map<Attribute, ResolvedAttribute> resolved() {
        Map<Attribute, ResolvedAttribute> resolved = new EnumMap<>(Attribute.class);
        for (Attribute attribute : Attribute.values()) {
            resolved.put(attribute, resolution.of(said(attribute)));
        }
        return resolved;
    }

    /** The answer as it would be if this payer's evidence were all there is. */
    ResolvedAttribute of(String payer, Attribute attribute) {
        return weighed(said(attribute).stream()
                .filter(statement -> statement.payerId().equals(payer))
                .toList());
    }

    /** The answer of one tier alone. */
    ResolvedAttribute ofTier(EvidenceTier tier, Attribute attribute) {
        return weighed(said(attribute).stream()
                .filter(statement -> statement.tier() == tier)
                .toList());
    }

    /** The answer of one tier of one payer. */
    ResolvedAttribute ofTier(EvidenceTier tier, String payer, Attribute attribute) {
        return weighed(said(attribute).stream()
                .filter(statement ->
                        statement.tier() == tier && statement.payerId().equals(payer))
                .toList());
    }

    private List<Statement> said(Attribute attribute) {
        return statements.getOrDefault(attribute, List.of());
    }

    private ResolvedAttribute weighed(List<Statement> said) {
        return said.isEmpty() ? ResolvedAttribute.missing(Missing.NO_INFORMATION) : resolution.of(said);
    }
}
