/** What people read: the report of a run as one page, and a page for every practice. Knows tables, not files. */
package org.mcpstrata.report;
