package org.mcpstrata.store;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;

/** Tells paths of this machine from paths of a cluster's file system. */
final class StorePaths {
    private StorePaths() {}

    static boolean isLocal(Path file, Configuration conf) throws IOException {
        return "file".equals(file.getFileSystem(conf).getUri().getScheme());
    }

    static java.nio.file.Path local(Path file) {
        return java.nio.file.Path.of(file.toUri().getPath());
    }

    static InputFile inputFile(Path file, Configuration conf) throws IOException {
        return isLocal(file, conf) ? new LocalInputFile(local(file)) : HadoopInputFile.fromPath(file, conf);
    }
}
