package org.mcpstrata.link;

/**
 * Where a person lives at the period's end, as far as anybody said; looked up and then forgotten.
 *
 * @param zip five digits, or null
 * @param state two letters, or null
 * @param county five-digit FIPS code or name, or null
 */
record Residence(String zip, String state, String county) {
    /** Never an address: people's data do not reach logs. */
    @Override
    public String toString() {
        return "a residence";
    }
}
