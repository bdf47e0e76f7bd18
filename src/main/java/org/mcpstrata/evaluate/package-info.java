/**
 * Canonical rows of one person become events; events and measure definitions become one verdict per measure and rate,
 * with the events that decided it. Plain Java: knows neither Spark nor files.
 */
package org.mcpstrata.evaluate;
