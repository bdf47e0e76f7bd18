/** Says in plain sentences what a measure definition says, for readers who do not read definition files. */
package org.mcpstrata.measure.prose;
