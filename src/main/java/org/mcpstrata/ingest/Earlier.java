package org.mcpstrata.ingest;

import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** What resources of a drop may rest on besides their own drop: the members and medications of older drops of the payer. */
final class Earlier {
    private Earlier() {}

    /**
     * A digest that is equal on two nights where the older drops with resources are the same, byte for byte.
     *
     * @param oldestFirst sound drops of all payers
     * @return empty for a drop without resources
     */
    static String of(List<DropInspection> oldestFirst, int drop) {
        if (!hasResources(oldestFirst.get(drop))) {
            return "";
        }
        String payer = oldestFirst.get(drop).folder().payer();
        StringBuilder text = new StringBuilder();
        for (DropInspection older : oldestFirst.subList(0, drop)) {
            if (older.folder().payer().equals(payer) && hasResources(older)) {
                text.append(older.folder().drop())
                        .append(' ')
                        .append(older.digest())
                        .append('\n');
                older.stamps().forEach(stamp -> text.append(stamp.name())
                        .append(' ')
                        .append(stamp.bytes())
                        .append(' ')
                        .append(stamp.modified())
                        .append('\n'));
            }
        }
        return DigestUtils.sha256Hex(text.toString());
    }

    private static boolean hasResources(DropInspection drop) {
        return drop.manifest().orElseThrow().has(FileFormat.FHIR_NDJSON);
    }
}
