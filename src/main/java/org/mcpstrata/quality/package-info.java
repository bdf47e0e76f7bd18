/**
 * Data-quality rules: the rules as data, what they count in rows and people, and what a failing one means for results.
 * Knows neither Spark nor Hadoop and no stage.
 */
package org.mcpstrata.quality;
