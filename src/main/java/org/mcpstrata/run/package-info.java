/** The one straight line from landing to publication. Open {@code QualityRun} first. */
package org.mcpstrata.run;
