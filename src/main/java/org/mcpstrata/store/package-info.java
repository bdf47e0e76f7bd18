/**
 * Rows at rest and in flight: Parquet files of any table, and the compact bytes of a row between tasks. The names are
 * symmetrical: what {@code TableWriter} writes, {@code TableReader} reads.
 */
package org.mcpstrata.store;
