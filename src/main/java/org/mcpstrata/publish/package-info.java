/** Immutable runs: staged, verified by re-reading, and made visible by one commit record. */
package org.mcpstrata.publish;
