/** Stratified results as FHIR R4 {@code MeasureReport} resources: summary reports with stratifiers, as DEQM has them. */
package org.mcpstrata.report.fhir;
