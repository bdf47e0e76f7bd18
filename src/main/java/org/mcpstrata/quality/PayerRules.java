package org.mcpstrata.quality;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mcpstrata.model.FinalActionRule;

/** The rules of a run together with what was agreed with single payers. Lives on the driver. */
public final class PayerRules {
    /** No rules at all. */
    public static final PayerRules NONE = new PayerRules(new RuleBook(List.of(), List.of()), Map.of());

    private final RuleBook book;
    private final Map<String, PayerProfile> profiles;

    /** @param profiles by payer */
    public PayerRules(RuleBook book, Map<String, PayerProfile> profiles) {
        this.book = requireNonNull(book, "book");
        this.profiles = new TreeMap<>(profiles);
    }

    public RuleBook book() {
        return book;
    }

    /** The threshold of a rule for a drop of a payer, by the day the drop was created, never by the clock. */
    public BigDecimal threshold(QualityRule rule, String payer, LocalDate created) {
        return Optional.ofNullable(profiles.get(payer))
                .map(profile -> profile.thresholds().get(rule.id()))
                .filter(variance -> variance.holdsOn(created))
                .map(Variance::share)
                .orElse(rule.threshold());
    }

    /** The payers whose cancellations are settled by the latest word of a key. */
    public SortedSet<String> latestWins() {
        SortedSet<String> payers = new TreeSet<>();
        profiles.forEach((payer, profile) -> {
            if (profile.finalAction() == FinalActionRule.LATEST_WINS) {
                payers.add(payer);
            }
        });
        return payers;
    }

    /** The share of rejected records that a payer is allowed; empty where nothing is agreed for such a drop. */
    public Optional<BigDecimal> mostRejected(String payer, LocalDate created) {
        return Optional.ofNullable(profiles.get(payer))
                .flatMap(PayerProfile::mostRejected)
                .filter(variance -> variance.holdsOn(created))
                .map(Variance::share);
    }

    /** How a payer's APCD-CDL files differ from the common data layout. */
    public ApcdTerms apcd(String payer) {
        return Optional.ofNullable(profiles.get(payer)).map(PayerProfile::apcd).orElse(ApcdTerms.COMMON);
    }

    /** What is agreed about the reading of files, of all payers: equal texts read equal bytes alike. */
    public String reading() {
        SortedMap<String, ApcdTerms> terms = new TreeMap<>();
        profiles.forEach((payer, profile) -> terms.put(payer, profile.apcd()));
        terms.values().removeIf(ApcdTerms.COMMON::equals);
        return terms.toString();
    }
}
