package org.flowproof.check.alignment;

import org.flowproof.check.Verdict;

/**
 * Part (i) for one neuron: {@code |a_j(0)| lambda^(2 epsilon) <= |a_j(t)| <= |a_j(0)| lambda^(-2
 * epsilon)} and {@code |w_j(t)| <= |a_j(t)|} up to the end of the phase.
 *
 * @param verdict HOLDS, VIOLATED or UNKNOWN
 * @param reason why it does not plainly hold; empty when it does
 * @param least smallest {@code |a_j(t)|/|a_j(0)|} that was read
 * @param most largest one that was read
 * @param margin smallest distance from violation of the bounds on {@code |a_j|} in units of the
 *     bound, over the whole time and not only where it was read
 * @param time where the reading next to the bound was taken
 * @param error relative numerical error of {@code a_j} there
 * @param dominance smallest {@code (a_j^2 - |w_j|^2)/a_j^2} that was read
 */
public record WeightBound(
    Verdict verdict,
    String reason,
    double least,
    double most,
    double margin,
    double time,
    double error,
    double dominance) {}
