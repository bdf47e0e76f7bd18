/** Multi-payer quality measures, stratified by who people are. Start with {@code run.QualityRun}. */
package org.mcpstrata;
