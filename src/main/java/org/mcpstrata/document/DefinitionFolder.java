package org.mcpstrata.document;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * The files of a folder of definitions, for whoever reads them and for whoever digests them: both see the same ones. Links are
 * followed, since what lies behind them is what is meant. Names that begin with a dot belong to version control, editors and
 * desktops (decision 5): neither such a file nor anything in such a folder is a definition.
 */
public final class DefinitionFolder {
    private DefinitionFolder() {}

    /**
     * Every file, in order of path; a link that leads nowhere is one, of which its reader will say so.
     *
     * @param depth how many names below the folder a file may lie; 1 for its own files only
     * @throws IOException where the folder cannot be read, or a link leads back into it
     */
    public static List<Path> files(Path folder, int depth) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        Visible visible = new Visible(folder);
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, visible);
        return visible.files.stream().sorted().toList();
    }

    private static final class Visible extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final List<Path> files = new ArrayList<>();

        Visible(Path folder) {
            this.folder = requireNonNull(folder, "folder");
        }

        private boolean isHidden(Path path) {
            return !path.equals(folder) && path.getFileName().toString().startsWith(".");
        }

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            return isHidden(path) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            if (!isHidden(path) && (attributes.isRegularFile() || attributes.isSymbolicLink())) {
                files.add(path);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
            if (isHidden(path)) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
