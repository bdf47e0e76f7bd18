/** Verdicts by stratum: memberships, additive cells, roll-up, rates with intervals, and the rows of the result tables. */
package org.mcpstrata.stratify;
