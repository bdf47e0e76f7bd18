/**
 * From everything that was delivered about one person to what counts: the final action of every claim and the newest
 * statement of every record. Works on one person at a time and knows nothing of Spark.
 */
package org.mcpstrata.canonicalize;
