/** Finds what is well-formed in the definition files but surely not meant. One class a rule. */
package org.mcpstrata.measure.lint;
