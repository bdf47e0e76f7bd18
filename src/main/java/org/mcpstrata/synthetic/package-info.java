/**
 * The deterministic population generator behind {@code sample-data} and the benchmarks: invented people, their care, and
 * the extract files their payers would deliver. Nobody in it can exist (see {@link org.mcpstrata.synthetic.Identifiers}).
 */
package org.mcpstrata.synthetic;
