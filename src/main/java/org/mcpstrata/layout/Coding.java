package org.mcpstrata.layout;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * A code and the system it belongs to.
 *
 * @param system short name of the system, or the system's own address where it has none
 */
public record Coding(String system, String code) implements Serializable {
    public Coding {
        requireNonNull(system, "system");
        requireNonNull(code, "code");
    }

    /** As the canonical list columns hold it: {@code SYSTEM|code}. */
    public String joined() {
        return system + '|' + code;
    }
}
