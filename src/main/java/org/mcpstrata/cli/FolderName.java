package org.mcpstrata.cli;

import org.apache.hadoop.fs.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The name of a folder on this machine or as a URI, as a person gives it: one that no file system can have is refused. */
final class FolderName implements ITypeConverter<String> {
    private static final String URI = "(?s)[A-Za-z][A-Za-z0-9+.-]*:/.*";

    @Override
    public String convert(String given) {
        try {
            Path path = new Path(given);
            if (!given.matches(URI)) {
                // Java refuses more names than Hadoop does, among them those with letters that the locale does not
                // know.
                java.nio.file.Path.of(path.toUri().getPath());
            }
            return given;
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("no folder");
        }
    }
}
