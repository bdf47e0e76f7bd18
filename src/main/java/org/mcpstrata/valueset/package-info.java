/** Code systems, codes and value sets. */
package org.mcpstrata.valueset;
