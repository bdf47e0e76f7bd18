package org.mcpstrata.promise;

/** Something valid that is spoiled and then read by the part of the program that must cope with it. */
interface FuzzedInput {
    /**
     * Spoils it once and reads it; ends as usual, with coded problems, or with the exception that is to be found.
     *
     * @return what became of it, for the tally
     */
    String tryWith(Mutation mutation);
}
