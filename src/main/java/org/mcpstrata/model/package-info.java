/** Canonical tables, rows and the facts about one person that the stages hand to one another. */
package org.mcpstrata.model;
