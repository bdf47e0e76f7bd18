/**
 * What follows from the published rows of a release, made from these rows as everybody reads them: comparisons of groups, and
 * summaries of how far apart they are.
 * Nothing here knows a restricted table, a gate or a file, so that nothing here can tell more than a release shows.
 */
package org.mcpstrata.disclosed;
