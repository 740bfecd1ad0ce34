/**
 * Whether the theorems on non-convergence of Boursier and Flammarion, Early alignment, apply to a
 * data set: Assumptions 3 to 6 as predicates, decided exactly on the given doubles. {@link
 * org.flowproof.check.nonconvergence.NonConvergence} sums them up.
 */
package org.flowproof.check.nonconvergence;
