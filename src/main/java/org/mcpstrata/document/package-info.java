/** Strict reading of the YAML and JSON files that people write: nothing is guessed, every mistake has a place. */
package org.mcpstrata.document;
