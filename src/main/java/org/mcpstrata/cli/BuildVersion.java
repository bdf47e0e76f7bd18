package org.mcpstrata.cli;

import org.mcpstrata.run.CodeVersion;
import picocli.CommandLine.IVersionProvider;

/** The version a person reports: the release and the digest of the application jar that is running. */
public final class BuildVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"mcp-strata " + CodeVersion.release() + " (build " + CodeVersion.digest() + ")"};
    }
}
