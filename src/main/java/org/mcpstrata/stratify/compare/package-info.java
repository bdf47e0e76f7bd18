/** Strata compared with one another: the rows of {@code stratum_comparison} and {@code disparity_summary}. */
package org.mcpstrata.stratify.compare;
