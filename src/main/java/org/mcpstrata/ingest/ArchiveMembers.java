package org.mcpstrata.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.mcpstrata.problem.ProblemCode;

/**
 * The members of a CCLF archive, streamed in order and never unpacked to disk. Unsafe names, archives inside the archive
 * and data that swell beyond reason are refused.
 */
final class ArchiveMembers extends InputStream {
    private static final Pattern SAFE_NAME =
            Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9._-]{0,200}/){0,5}([A-Za-z0-9][A-Za-z0-9._-]{0,200})");
    private static final Pattern FILE_NUMBER = Pattern.compile("\\.ZC([0-9AB])[YR]\\d{2}\\.");
    private static final Pattern NESTED = Pattern.compile("(?i).*\\.(zip|gz|tgz|bz2|xz|7z|zst|rar|tar|jar)");

    private final ZipInputStream zip;
    private final long archiveBytes;
    private final Set<String> seen = new HashSet<>();
    private final byte[] start = new byte[4];
    private int startLength;
    private int startAt;
    private long out;

    /**
     * @param in the whole archive
     * @param archiveBytes its size as delivered
     */
    ArchiveMembers(InputStream in, long archiveBytes) {
        this.zip = new ZipInputStream(in);
        this.archiveBytes = archiveBytes;
    }

    /** Goes to the next member and answers its name without folders, or nothing at the end. */
    Optional<String> next() throws IOException {
        try {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && entry.isDirectory()) {
                entry = zip.getNextEntry();
            }
            if (entry == null) {
                return Optional.empty();
            }
            Matcher safe = SAFE_NAME.matcher(entry.getName());
            if (!safe.matches()
                    || !seen.add(safe.group(1))
                    || NESTED.matcher(safe.group(1)).matches()) {
                throw new BrokenCompression(ProblemCode.ARCHIVE_REFUSED);
            }
            startLength = Math.max(0, zip.readNBytes(start, 0, start.length));
            startAt = 0;
            if (startLength == 4 && start[0] == 'P' && start[1] == 'K' && start[2] < 8
                    || startLength >= 2 && start[0] == 0x1f && start[1] == (byte) 0x8b) {
                throw new BrokenCompression(ProblemCode.ARCHIVE_REFUSED);
            }
            return Optional.of(safe.group(1));
        } catch (BrokenCompression | UnreadableDelivery e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            // A header that is cut, changed or no text; whatever is wrong with the medium itself is seen at the digest.
            throw new BrokenCompression(ProblemCode.COMPRESSION_BROKEN);
        }
    }

    /** The CCLF file type that a member's name says, for example {@code cclf8}. */
    static Optional<String> typeOf(String member) {
        Matcher number = FILE_NUMBER.matcher(member);
        return number.find() ? Optional.of("cclf" + number.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int count;
        if (startAt < startLength) {
            count = Math.min(length, startLength - startAt);
            System.arraycopy(start, startAt, target, from, count);
            startAt += count;
        } else {
            try {
                count = zip.read(target, from, length);
            } catch (UnreadableDelivery e) {
                throw e;
            } catch (IOException e) {
                // Cut, changed or encrypted; the library's text may name the member.
                throw new BrokenCompression(ProblemCode.COMPRESSION_BROKEN);
            }
        }
        out += Math.max(0, count);
        StrictGzip.refuseBomb(out, archiveBytes);
        return count;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
