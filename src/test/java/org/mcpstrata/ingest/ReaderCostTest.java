package org.mcpstrata.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What each format costs to read, in CPU seconds per gigabyte of delivered bytes: a bare scan for line ends, a check of the
 * drop to its last record (digests, decoding, rules of the layout, keys; one thread, nothing written) and the ingest of a
 * run, which also writes the accepted rows. Parquet's bytes are packed, so that its records are what to compare. Asked for
 * with {@code -Dmcp.readers=10000} (people; measurements.md).
 */
class ReaderCostTest {
    private static final List<String> FORMATS =
            List.of("canonical-csv", "canonical-parquet", "cclf", "apcd-cdl", "fhir-ndjson", "rif");
    private static final int ROUNDS = 3;

    @TempDir
    private Path folder;

    /** Nanoseconds of processor time. */
    private record Cost(long scan, long check, long ingest) {}

    @Test
    void cpuSecondsOfAGigabyteByFormatAgainstALineScan() throws IOException {
        int people = Integer.getInteger("mcp.readers", 0);
        assumeTrue(people > 0, "set -Dmcp.readers to the size of the population");
        ReaderDrops drops = new ReaderDrops(folder, people);
        drops.write();
        System.out.printf(
                Locale.ROOT,
                "%-18s %8s %10s   %s%n%-18s %8s %10s %8s %8s %8s %8s %12s%n",
                "",
                "",
                "",
                "CPU seconds per GB",
                "format",
                "MB",
                "records",
                "scan",
                "check",
                "ratio",
                "ingest",
                "check us/rec");
        try (Intake intake = new Intake()) {
            for (String format : FORMATS) {
                if (format.equals("canonical-parquet")) {
                    drops.parquet(folder.resolve("canonical-csv-out"));
                }
                measure(format, drops, intake);
            }
        }
    }

    private void measure(String format, ReaderDrops drops, Intake intake) throws IOException {
        long bytes = 0;
        for (Path file : data(drops.drop(format))) {
            bytes += Files.size(file);
        }
        DropOutcome checked = null;
        Cost cost = new Cost(0, 0, 0);
        for (int round = 0; round < ROUNDS; round++) {
            long start = thread();
            long lines = 0;
            for (Path file : data(drops.drop(format))) {
                lines += scan(file);
            }
            long scanned = thread();
            checked = DropCheck.check(
                    new org.apache.hadoop.fs.Path(drops.drop(format).toUri()), Configuration::new);
            long read = thread();
            long before = process();
            IngestResult result = intake.read(drops.landing(format), folder.resolve(format + "-out"));
            cost = new Cost(scanned - start, read - scanned, process() - before);
            assertThat(lines).isPositive();
            assertThat(Intake.states(result)).as("%s", checked.problems()).containsExactly("payer/d1 ACCEPTED");
        }
        double gigabytes = bytes / 1e9;
        long records =
                checked.files().stream().mapToLong(FileOutcome::delivered).sum();
        System.out.printf(
                Locale.ROOT,
                "%-18s %8.1f %,10d %8.2f %8.1f %8.1f %8.1f %12.1f%n",
                format,
                bytes / 1e6,
                records,
                cost.scan() / 1e9 / gigabytes,
                cost.check() / 1e9 / gigabytes,
                (double) cost.check() / cost.scan(),
                cost.ingest() / 1e9 / gigabytes,
                cost.check() / 1e3 / records);
    }

    private static List<Path> data(Path drop) {
        return Intake.files(drop).stream()
                .filter(name -> !name.equals(DropFolder.MANIFEST))
                .map(drop::resolve)
                .toList();
    }

    private static long scan(Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long lines = 1;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == '\n') {
                        lines++;
                    }
                }
            }
        }
        return lines;
    }

    private static long thread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long process() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
