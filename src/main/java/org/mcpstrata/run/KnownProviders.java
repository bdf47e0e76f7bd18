package org.mcpstrata.run;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.mcpstrata.model.CanonicalRow;
import org.mcpstrata.model.Column;
import org.mcpstrata.model.Table;
import org.mcpstrata.quality.Share;
import org.mcpstrata.store.TableFile;
import org.mcpstrata.store.TableScan;
import scala.Tuple2;

/**
 * Whether the providers of a payer's claims are among those it delivers. Counted apart from people, over three columns of
 * the claims: what is kept of people would otherwise be of no use whenever a payer sends a new list of providers.
 */
final class KnownProviders {
    private static final String PAYER = "payer_id";
    private static final Column NUMBER = Table.PROVIDER.column("npi");
    private static final Column RENDERING = Table.MEDICAL_CLAIM.column("rendering_npi");
    private static final Column BILLING = Table.MEDICAL_CLAIM.column("billing_npi");

    private KnownProviders() {}

    /**
     * Claim lines with a provider number, bad where one of theirs was not delivered.
     *
     * @param files the accepted rows that count
     * @return by payer; payers that deliver no provider with a number are absent
     */
    static SortedMap<String, Share> count(JavaSparkContext spark, List<TableFile> files) {
        Map<String, Set<String>> known = new HashMap<>();
        List<TableFile> providers =
                files.stream().filter(file -> file.table() == Table.PROVIDER).toList();
        TableScan.columns(spark, providers, List.of(PAYER, NUMBER.name()))
                .mapPartitions(KnownProviders::numbers)
                .collect()
                .forEach(number -> known.computeIfAbsent(number._1(), any -> new HashSet<>())
                        .add(number._2()));
        List<TableFile> claims = files.stream()
                .filter(file -> file.table() == Table.MEDICAL_CLAIM && known.containsKey(RowSources.payerOf(file)))
                .toList();
        Broadcast<Map<String, Set<String>>> all = spark.broadcast(known);
        JavaRDD<SortedMap<String, Share>> counted = TableScan.columns(
                        spark, claims, List.of(PAYER, RENDERING.name(), BILLING.name()))
                .mapPartitions(lines -> List.of(count(lines, all.value())).iterator());
        SortedMap<String, Share> sum = new TreeMap<>();
        counted.collect().forEach(part -> part.forEach((payer, share) -> sum.merge(payer, share, Share::plus)));
        return Collections.unmodifiableSortedMap(sum);
    }

    /** Payers with their providers' numbers, each once. */
    private static Iterator<Tuple2<String, String>> numbers(Iterator<CanonicalRow> providers) {
        Set<Tuple2<String, String>> numbers = new HashSet<>();
        providers.forEachRemaining(row -> {
            if (row.text(NUMBER) != null) {
                numbers.add(new Tuple2<>(row.payerId(), row.text(NUMBER)));
            }
        });
        return numbers.iterator();
    }

    private static SortedMap<String, Share> count(Iterator<CanonicalRow> lines, Map<String, Set<String>> known) {
        SortedMap<String, Share> shares = new TreeMap<>();
        while (lines.hasNext()) {
            CanonicalRow line = lines.next();
            Set<String> ofPayer = known.get(line.payerId());
            String rendering = line.text(RENDERING);
            String billing = line.text(BILLING);
            if (rendering != null || billing != null) {
                boolean holds = (rendering == null || ofPayer.contains(rendering))
                        && (billing == null || ofPayer.contains(billing));
                shares.merge(line.payerId(), new Share(1, holds ? 0 : 1), Share::plus);
            }
        }
        return shares;
    }
}
