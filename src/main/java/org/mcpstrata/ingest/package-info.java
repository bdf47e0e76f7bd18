/**
 * The front door: finds drops, checks each against its manifest, reads every line exactly once and writes down what
 * became of it.
 */
package org.mcpstrata.ingest;
