/** Problem codes and problem collections: what went wrong, where, and what to do about it; never a value from the data. */
package org.mcpstrata.problem;
