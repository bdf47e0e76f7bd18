package org.mcpstrata.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mcpstrata.ingest.DropDraft.PATIENT;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mcpstrata.ingest.DropDraft;
import org.mcpstrata.run.RunOutcome;

/** One id means one set of published bytes, also where resources rest on members that another drop describes (decision 98). */
class WhatRowsRestOnIsPartOfTheRunsIdTest {
    @TempDir
    private Path folder;

    private DropDraft drop(int number, String mode) {
        return new DropDraft(folder.resolve("landing"), "registry", "d" + number)
                .createdAt("2026-01-0" + number + "T00:00:00Z")
                .mode(mode);
    }

    private static String results(String member, int many) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < many; i++) {
            text.append("{\"resourceType\":\"Observation\",\"id\":\"")
                    .append(member)
                    .append('-')
                    .append(i)
                    .append("\",\"status\":\"final\",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",")
                    .append("\"code\":\"4548-4\"}]},\"subject\":{\"reference\":\"Patient/")
                    .append(member)
                    .append(
                            "\"},\"effectiveDateTime\":\"2025-05-05\",\"valueQuantity\":{\"value\":7.1,\"unit\":\"%\"}}\n");
        }
        return text.toString();
    }

    @Test
    void aRunWithoutTheDropThatDescribedAMemberIsAnotherRun() throws IOException {
        Path landing = folder.resolve("landing");
        Path out = folder.resolve("out");
        String other = PATIENT.replace("p1", "p2");
        drop(1, "full").fhir("Patient.ndjson", "Patient", other).send();
        drop(2, "incremental")
                .fhir("Patient.ndjson", "Patient", PATIENT)
                .fhir("Observation.ndjson", "Observation", results("p1", 400) + results("p2", 1))
                .send();
        drop(3, "full").fhir("Patient.ndjson", "Patient", PATIENT + other).send();
        RunOutcome with = LocalRun.run(landing, out);

        FileUtils.deleteDirectory(landing.resolve("registry/d1").toFile());
        RunOutcome without = LocalRun.run(landing, out);
        RunOutcome anew = LocalRun.run(landing, folder.resolve("anew"));

        assertThat(with.counts().get("drops accepted")).isEqualTo(2);
        assertThat(without.counts().get("drops accepted")).isEqualTo(2);
        assertThat(without.runId()).isNotEqualTo(with.runId()).isEqualTo(anew.runId());
        assertThat(FileTree.digests(Path.of(without.folder()))).isEqualTo(FileTree.digests(Path.of(anew.folder())));
    }
}
