/** Rates with their intervals, comparisons and summaries of groups: the formulas of stratification.md 3.2 and 4, on plain numbers. */
package org.mcpstrata.statistics;
