package org.flowproof.problem;

import java.util.OptionalDouble;

/**
 * What should come of a condition of a claim.
 *
 * @param id id of the condition in the claim
 * @param outcome HOLDS, FAILS or UNKNOWN
 * @param threshold where it should turn; empty when the case does not say
 * @param tolerance largest absolute difference from the threshold; 0 without one
 */
public record ExpectedCondition(
    Located id, String outcome, OptionalDouble threshold, double tolerance) {}
