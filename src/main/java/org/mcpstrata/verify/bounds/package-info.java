/**
 * What follows from sums of whole numbers: the smallest and largest value that each unknown number can have. Knows nothing of
 * releases; every answer that a release rests on is proven by whole numbers that fit all sums, or by bounds that do not depend
 * on rounding.
 */
package org.mcpstrata.verify.bounds;
