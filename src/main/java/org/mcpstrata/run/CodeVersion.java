package org.mcpstrata.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Which build of the program is running. */
public final class CodeVersion {
    private static final String UNPACKAGED = "unpackaged";

    private CodeVersion() {}

    /** Release number, or {@code unpackaged} when the classes do not come from the jar. */
    public static String release() {
        String version = CodeVersion.class.getPackage().getImplementationVersion();
        return version == null ? UNPACKAGED : version;
    }

    /** Digest of everything that runs: of the jar, or of all classes and resources where there is none. */
    static String content() {
        Path code = location();
        return Files.isRegularFile(code) ? Digests.file(code) : Digests.folder(code);
    }

    private static Path location() {
        try {
            return Path.of(CodeVersion.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the running code cannot be located", e);
        }
    }

    /** First twelve hex digits of the jar's SHA-256, or {@code unpackaged}. */
    public static String digest() {
        try {
            Path jar = location();
            if (!Files.isRegularFile(jar)) {
                return UNPACKAGED;
            }
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(jar), sha)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the running jar cannot be located or digested", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
