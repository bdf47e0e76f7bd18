package org.mcpstrata.synthetic;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** One drop of one payer: opens its files and, when all are finished, writes the manifest that makes the drop complete. */
final class DropFolder {
    private final Path folder;
    private final String payerId;
    private final String lineOfBusiness;
    private final Timeline timeline;
    private final List<DeliveredFile> files = new ArrayList<>();

    private DropFolder(Path folder, String payerId, String lineOfBusiness, Timeline timeline) {
        this.folder = requireNonNull(folder, "folder");
        this.payerId = requireNonNull(payerId, "payerId");
        this.lineOfBusiness = requireNonNull(lineOfBusiness, "lineOfBusiness");
        this.timeline = requireNonNull(timeline, "timeline");
    }

    static DropFolder create(Path landing, String payerId, String lineOfBusiness, Timeline timeline)
            throws IOException {
        Path folder = landing.resolve(payerId).resolve(dropId(timeline));
        Files.createDirectories(folder);
        return new DropFolder(folder, payerId, lineOfBusiness, timeline);
    }

    private static String dropId(Timeline timeline) {
        return timeline.asOf().format(DateTimeFormatter.BASIC_ISO_DATE) + "T060000Z-001";
    }

    DeliveredFile open(FileForm form) throws IOException {
        DeliveredFile file = DeliveredFile.create(folder, form);
        files.add(file);
        return file;
    }

    /** Finishes every file and then the manifest. */
    void close() throws IOException {
        List<String> entries = new ArrayList<>();
        for (DeliveredFile file : files) {
            entries.add(file.close());
        }
        String manifest = """
                {
                  "manifestVersion": 1,
                  "payer": "%s",
                  "lineOfBusiness": "%s",
                  "drop": "%s",
                  "createdAt": "%sT06:00:00Z",
                  "mode": "full",
                  "period": { "start": "%s", "end": "%s" },
                  "supersedes": [],
                  "files": [
                %s
                  ]
                }
                """.formatted(
                        payerId,
                        lineOfBusiness,
                        folder.getFileName(),
                        timeline.asOf(),
                        timeline.historyStart(),
                        timeline.asOf(),
                        String.join(",\n", entries));
        Files.writeString(folder.resolve("manifest.json"), manifest, StandardOpenOption.CREATE_NEW);
    }
}
