/**
 * Test decks: folders of invented patients as FHIR bundles, each with the populations that a measure must put it into. A
 * deck becomes a drop, comes in through the front door like any other, and its results are compared case by case.
 */
package org.mcpstrata.testdeck;
