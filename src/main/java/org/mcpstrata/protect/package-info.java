/**
 * Disclosure control: which counts of the public tier are hidden, and the proof that nothing hidden can be worked out
 * (stratification.md 5). Knows rows and numbers, neither files nor Spark.
 */
package org.mcpstrata.protect;
