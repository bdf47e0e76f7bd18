/** Reads the definition files under {@code measures/} and resolves them into measures of one year. */
package org.mcpstrata.measure.read;
