/** The measure definition language: what the YAML under {@code measures/} says, as records; its loader, linter and prose. */
package org.mcpstrata.measure;
