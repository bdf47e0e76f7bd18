/**
 * Payer members become persons; what payers say about a person becomes coverage, member months, a practice and resolved
 * demographics. Three classes know Spark: {@link org.mcpstrata.link.Linker} and {@code SharedKeys}, which make members
 * persons, and {@link org.mcpstrata.link.PracticeDirectory}, which says what practices there are.
 */
package org.mcpstrata.link;
