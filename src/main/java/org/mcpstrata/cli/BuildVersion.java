package org.mcpstrata.cli;

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
import picocli.CommandLine.IVersionProvider;

/** The version a person reports: the release and the digest of the application jar that is running. */
public final class BuildVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"mcp-strata " + version() + " (build " + digest() + ")"};
    }

    /** Release number, or {@code unpackaged} when the classes do not come from the jar. */
    public static String version() {
        String version = BuildVersion.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    /** First twelve hex digits of the jar's SHA-256, or {@code unpackaged}. */
    public static String digest() {
        try {
            Path jar = Path.of(BuildVersion.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (!Files.isRegularFile(jar)) {
                return "unpackaged";
            }
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(jar), sha)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, 12);
        } catch (URISyntaxException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("the running jar cannot be located or digested", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
