package org.mcpstrata.synthetic;

import java.io.Closeable;
import java.io.IOException;

/** One payer's drop while it is written person by person. Closing it writes the trailers and the manifest. */
interface PayerDrop extends Closeable {
    void write(SyntheticPerson person) throws IOException;
}
