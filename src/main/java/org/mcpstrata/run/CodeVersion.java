package org.mcpstrata.run;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mcpstrata.problem.Place;

/** Which build of the program is running. */
public final class CodeVersion {
    private static final String UNPACKAGED = "unpackaged";
    private static final Place PLACE = Place.of("the program itself");

    private CodeVersion() {}

    /** Release number, or {@code unpackaged} when the classes do not come from the jar. */
    public static String release() {
        String version = CodeVersion.class.getPackage().getImplementationVersion();
        return version == null ? UNPACKAGED : version;
    }

    /** Digest of everything that runs: of the jar, or of all classes and resources where there is none. */
    static String content() {
        return Content.DIGEST;
    }

    /** Digested once for everybody who asks. */
    private static final class Content {
        static final String DIGEST =
                Files.isRegularFile(location()) ? Digests.file(location(), PLACE) : Digests.folder(location(), PLACE);
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
        return Files.isRegularFile(location()) ? content().substring(0, 12) : UNPACKAGED;
    }
}
