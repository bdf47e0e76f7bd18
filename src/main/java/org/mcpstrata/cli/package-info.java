/** The command line: parse, call, print, and turn problems into exit codes. Holds no logic of the pipeline. */
package org.mcpstrata.cli;
