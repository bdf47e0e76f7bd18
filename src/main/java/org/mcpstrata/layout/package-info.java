/**
 * One class or resource per extract layout: a delivered record becomes canonical rows, or a reason why not. Knows
 * neither Spark nor files.
 */
package org.mcpstrata.layout;
