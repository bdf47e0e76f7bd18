/** Published tables in the formats other programs read: CSV and FHIR MeasureReports. */
package org.mcpstrata.run.export;
