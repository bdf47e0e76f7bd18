/** From a published run to what everybody may see. Open {@code Release} first; disclosure control itself is in {@code protect}. */
package org.mcpstrata.run.release;
