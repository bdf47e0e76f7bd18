package org.mcpstrata.ingest;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.fs.Path;

/**
 * What earlier runs found in drops, below {@code state/intake/}: one small file a drop, and the keys of its records
 * beside it. All of it can be made again by reading the drops; a file that is absent, foreign or damaged only means that
 * the drop is read.
 */
final class KeptDrops {
    /** Raised whenever the files change their form. */
    private static final int FORM = 3;

    private static final ObjectMapper JSON = mapper();

    private final FileStore store;
    private final Path out;

    KeptDrops(FileStore store, Path out) {
        this.store = requireNonNull(store, "store");
        this.out = requireNonNull(out, "out");
    }

    private record Envelope(int form, String sha256, String content) {}

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper();
        // As text, an amount keeps its scale.
        mapper.configOverride(BigDecimal.class).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
        return mapper;
    }

    /** What was kept of the drop; empty where nothing was, or nothing that can be used. */
    Optional<KeptDrop> of(DropFolder drop) throws IOException {
        Path file = file(drop.payer(), drop.drop());
        if (!store.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = store.open(file, 0)) {
            Envelope envelope = JSON.readValue(in, Envelope.class);
            boolean whole = envelope.form() == FORM
                    && DigestUtils.sha256Hex(bytes(envelope)).equals(envelope.sha256());
            return whole ? Optional.of(JSON.readValue(envelope.content(), KeptDrop.class)) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(Envelope envelope) {
        return envelope.content().getBytes(StandardCharsets.UTF_8);
    }

    /** Keeps a drop; readers see the old or the new facts as a whole. */
    void keep(Manifest manifest, KeptDrop drop) throws IOException {
        String content = JSON.writeValueAsString(drop);
        Envelope unsigned = new Envelope(FORM, "", content);
        Envelope signed = new Envelope(FORM, DigestUtils.sha256Hex(bytes(unsigned)), content);
        store.write(file(manifest.payer(), manifest.drop()), JSON.writeValueAsBytes(signed));
    }

    /** The folder that holds the keys of a drop's records. */
    Path keys(Manifest manifest) {
        return new Path(folder(manifest.payer(), manifest.drop()), "keys");
    }

    /** Where a kept file is. */
    Path path(KeptFile file) {
        return new Path(out, file.path());
    }

    /** How a file below the output folder is named there. */
    String name(String path) {
        String base = new Path(out, "x").toString();
        String prefix = base.substring(0, base.length() - 1);
        if (!path.startsWith(prefix)) {
            throw new IllegalArgumentException("a kept file lies below the output folder");
        }
        return path.substring(prefix.length());
    }

    private Path file(String payer, String drop) {
        return new Path(folder(payer, drop), "drop.json");
    }

    private Path folder(String payer, String drop) {
        return new Path(out, "state/intake/" + payer + '/' + drop);
    }
}
