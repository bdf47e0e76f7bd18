package org.mcpstrata.link;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mcpstrata.model.EvidenceTier;
import org.mcpstrata.model.Missing;
import org.mcpstrata.model.ResolvedAttribute;
import org.mcpstrata.model.TwoQuestions;

/**
 * Weighs all evidence about one attribute of one person (stratification.md 2.2): the best tier with an answer decides,
 * inside it the latest statement, then the larger set, the program's payer order and the alphabet.
 *
 * <p>Answers of different sources are never added up, which would invent people of several races. The one exception:
 * evidence of ethnicity alone and evidence of race alone, of one tier, complete one another. A person who declined is not
 * imputed; a person who did not know may be.
 */
final class Resolution {
    private final PersonPolicy policy;

    Resolution(PersonPolicy policy) {
        this.policy = policy;
    }

    ResolvedAttribute of(Collection<Statement> statements) {
        boolean conflict = distinctAnswers(statements) > 1;
        EvidenceTier knownNotHispanic = null;
        Missing fallback = null;
        for (EvidenceTier tier : EvidenceTier.values()) {
            Optional<Statement> best = best(statements, tier);
            if (best.isEmpty()) {
                continue;
            }
            Statement deciding = best.get();
            SortedSet<String> categories = deciding.categories();
            if (knownNotHispanic != null) {
                categories.remove(DemographicCodes.HISPANIC);
            }
            if (!categories.isEmpty()) {
                return answer(deciding, List.copyOf(categories), null, conflict, knownNotHispanic);
            }
            if (deciding.main().is(Missing.DECLINED) || deciding.ethnicity().is(Missing.DECLINED)) {
                return answer(deciding, List.of(), Missing.DECLINED, conflict, knownNotHispanic);
            }
            if (knownNotHispanic == null && saysNotHispanic(deciding)) {
                knownNotHispanic = tier;
            }
            if (deciding.main().is(Missing.ASKED_UNKNOWN)
                    || deciding.ethnicity().is(Missing.ASKED_UNKNOWN)) {
                fallback = Missing.ASKED_UNKNOWN;
            }
        }
        Missing reason = fallback == null ? withoutAnswer(statements) : fallback;
        TwoQuestions questions = knownNotHispanic == null
                ? TwoQuestions.missing(reason)
                : new TwoQuestions(reason, null, false, null, knownNotHispanic);
        return new ResolvedAttribute(List.of(), reason, null, conflict, false, questions);
    }

    private static ResolvedAttribute answer(
            Statement deciding, List<String> values, Missing missing, boolean conflict, EvidenceTier knownNotHispanic) {
        return new ResolvedAttribute(
                values,
                missing,
                deciding.tier(),
                conflict,
                deciding.combined(),
                questions(deciding, values, knownNotHispanic));
    }

    /** @param knownNotHispanic a better tier that said so and told no race; null where none did */
    private static TwoQuestions questions(Statement deciding, List<String> values, EvidenceTier knownNotHispanic) {
        boolean hispanic = values.contains(DemographicCodes.HISPANIC);
        boolean raced = values.size() > (hispanic ? 1 : 0);
        EvidenceTier ethnicity = knownNotHispanic == null && (hispanic || saysNotHispanic(deciding))
                ? deciding.tier()
                : knownNotHispanic;
        return new TwoQuestions(
                raced ? null : untold(deciding.main()),
                ethnicity == null ? untold(deciding.ethnicity()) : null,
                hispanic,
                raced ? deciding.tier() : null,
                ethnicity);
    }

    private static boolean saysNotHispanic(Statement statement) {
        return statement.ethnicity().values().contains(DemographicCodes.NOT_HISPANIC);
    }

    /** Why a question has no answer, where another one has; who was not heard on it is unknown. */
    private static Missing untold(Answer answer) {
        return answer.missing() == null ? Missing.UNKNOWN : answer.missing();
    }

    /** The deciding statement of a tier, completed where it answers one of two questions. */
    private Optional<Statement> best(Collection<Statement> statements, EvidenceTier tier) {
        List<Statement> inTier = statements.stream()
                .filter(statement -> statement.tier() == tier && statement.counts())
                .sorted(bestFirst())
                .toList();
        return inTier.isEmpty() ? Optional.empty() : Optional.of(complete(inTier));
    }

    private static Statement complete(List<Statement> bestFirst) {
        Statement best = bestFirst.get(0);
        boolean open = best.raceOnly() && !best.main().is(Missing.DECLINED) || best.ethnicityOnly();
        if (!open) {
            return best;
        }
        for (Statement other : bestFirst) {
            if (best.raceOnly() ? other.ethnicityOnly() : other.raceOnly()) {
                return best.completedBy(other);
            }
            if (!other.raceOnly() && !other.ethnicityOnly()) {
                // A complete answer is newer than anything that could still complete this one.
                return best;
            }
        }
        return best;
    }

    private Comparator<Statement> bestFirst() {
        return Comparator.comparing(Statement::observed)
                .reversed()
                .thenComparing(statement -> -statement.categories().size())
                .thenComparing(statement -> policy.payerRank(statement.payerId()))
                .thenComparing(statement -> String.join("|", statement.categories()))
                .thenComparing(Statement::payerId)
                .thenComparing(Statement::toString);
    }

    private static long distinctAnswers(Collection<Statement> statements) {
        long races = statements.stream()
                .map(statement -> statement.main().values())
                .filter(values -> !values.isEmpty())
                .distinct()
                .count();
        long ethnicities = statements.stream()
                .map(statement -> statement.ethnicity().values())
                .filter(values -> !values.isEmpty())
                .distinct()
                .count();
        return Math.max(races, ethnicities);
    }

    private static Missing withoutAnswer(Collection<Statement> statements) {
        SortedSet<Missing> said = new TreeSet<>();
        statements.forEach(statement -> {
            said.addAll(reason(statement.main()));
            said.addAll(reason(statement.ethnicity()));
        });
        for (Missing reason : List.of(Missing.UNKNOWN, Missing.UNMAPPED, Missing.NOT_ASKED)) {
            if (said.contains(reason)) {
                return reason;
            }
        }
        return Missing.NO_INFORMATION;
    }

    private static List<Missing> reason(Answer answer) {
        return answer.missing() == null ? List.of() : List.of(answer.missing());
    }
}
