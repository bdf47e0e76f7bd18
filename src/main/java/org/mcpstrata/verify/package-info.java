/**
 * The independent checker of releases: reads public Parquet only, works out what an outsider can conclude from everything ever
 * published together, and holds it to the statement of {@code public-tier.md}. Shares nothing with the suppressor but that page
 * and the columns of the public tables.
 */
package org.mcpstrata.verify;
