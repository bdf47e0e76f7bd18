/**
 * Payer members become persons; what payers say about a person becomes coverage, member months, a practice and resolved
 * demographics. Only {@link org.mcpstrata.link.Linker} knows Spark.
 */
package org.mcpstrata.link;
