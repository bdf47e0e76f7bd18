/** Measurement period, windows, age and member months, on local calendar dates. */
package org.mcpstrata.time;
