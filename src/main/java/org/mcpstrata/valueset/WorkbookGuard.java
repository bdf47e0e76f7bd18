package org.mcpstrata.valueset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Walks through a workbook before it is read: its parts are a few, unpack to a limited size, whatever sizes they state, and
 * name no cell beyond the last column a spreadsheet has. The reader would take memory for all of it.
 */
final class WorkbookGuard {
    private static final int MOST_PARTS = 2000;
    private static final long LARGEST_UNPACKED = 256L << 20;
    private static final Pattern CELL = Pattern.compile("[A-Za-z]{1,3}[0-9]{1,7}");
    private static final XMLInputFactory XML = xml();

    private final long largest;
    private long unpacked;

    private WorkbookGuard(long largest) {
        this.largest = largest;
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Why the workbook must not be read; empty where it may. */
    static Optional<String> refusal(Path workbook) throws IOException {
        return refusal(workbook, LARGEST_UNPACKED);
    }

    static Optional<String> refusal(Path workbook, long largestUnpacked) throws IOException {
        WorkbookGuard guard = new WorkbookGuard(largestUnpacked);
        try (ZipFile zip = ZipFile.builder().setPath(workbook).get()) {
            Set<String> names = new HashSet<>();
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                if (!names.add(part.getName()) || names.size() > MOST_PARTS) {
                    return Optional.of("It holds more than 2000 parts, or two of one name.");
                }
                Optional<String> refusal = guard.walk(zip, part);
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> walk(ZipFile zip, ZipArchiveEntry part) throws IOException {
        try (InputStream packed = zip.getInputStream(part)) {
            InputStream bytes = new Counted(packed);
            boolean farCell = namesFarCell(bytes);
            bytes.transferTo(OutputStream.nullOutputStream());
            return farCell ? Optional.of("It names a cell beyond the last column.") : Optional.empty();
        } catch (TooLarge e) {
            return Optional.of("Unpacked it is larger than " + (largest >> 20) + " MB.");
        }
    }

    /** Whether a part that is XML names a cell that no spreadsheet has; other parts have no cells. */
    private static boolean namesFarCell(InputStream bytes) throws IOException {
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(bytes);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("c")) {
                    String cell = reader.getAttributeValue(null, "r");
                    if (cell != null && !CELL.matcher(cell).matches()) {
                        return true;
                    }
                }
            }
            return false;
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException broken) {
                throw broken;
            }
            // A picture, or XML that the reader of the workbook refuses as well.
            return false;
        }
    }

    /** Stops a stream where all parts together have become too large. */
    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        /** The XML reader closes what it has read, and what follows must still be counted. */
        @Override
        public void close() {}

        private void count(int read) throws TooLarge {
            unpacked += read;
            if (unpacked > largest) {
                throw new TooLarge();
            }
        }
    }

    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
