package org.mcpstrata.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mcpstrata.layout.Coding;
import org.mcpstrata.layout.Medications;

/**
 * The Medication resources that each drop may refer to: its own and those of older drops of the payer, but where it tells all of
 * them anew.
 *
 * @param byDrop by drop key; a drop that knows none is left out
 * @param drops the drops that told them, oldest first, in the same way
 */
record KnownMedications(Map<String, Medications> byDrop, Map<String, List<DropWork>> drops) {
    static final KnownMedications NONE = new KnownMedications(Map.of(), Map.of());

    KnownMedications {
        byDrop = Map.copyOf(byDrop);
        drops = Map.copyOf(drops);
    }

    static KnownMedications of(List<DropWork> oldestFirst) {
        Map<String, Medications> ofPayer = new HashMap<>();
        Map<String, List<DropWork>> tellersOfPayer = new HashMap<>();
        Map<String, Medications> byDrop = new HashMap<>();
        Map<String, List<DropWork>> drops = new HashMap<>();
        for (DropWork work : oldestFirst) {
            if (!work.isAccepted() || !work.manifest().has(FileFormat.FHIR_NDJSON)) {
                continue;
            }
            String payer = work.manifest().payer();
            if (work.manifest().tellsAnew(FileFormat.FHIR_NDJSON, FileFormat.MEDICATIONS)) {
                ofPayer.remove(payer);
                tellersOfPayer.remove(payer);
            }
            Map<String, List<Coding>> own = own(work);
            if (!own.isEmpty()) {
                ofPayer.merge(payer, new Medications(own), (before, none) -> before.and(own));
                tellersOfPayer.computeIfAbsent(payer, any -> new ArrayList<>()).add(work);
            }
            if (ofPayer.containsKey(payer)) {
                byDrop.put(work.drop().key(), ofPayer.get(payer));
                drops.put(work.drop().key(), List.copyOf(tellersOfPayer.get(payer)));
            }
        }
        return new KnownMedications(byDrop, drops);
    }

    /** The drops that told what a drop knows, itself among them where it did. */
    List<DropWork> toldBy(DropWork work) {
        return drops.getOrDefault(work.drop().key(), List.of());
    }

    private static Map<String, List<Coding>> own(DropWork work) {
        Map<String, List<Coding>> own = new HashMap<>();
        work.surveys().forEach(survey -> survey.medications().forEach(own::putIfAbsent));
        return own;
    }
}
