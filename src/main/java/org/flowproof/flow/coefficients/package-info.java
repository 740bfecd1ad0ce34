/**
 * First-layer training with logistic or exponential loss in the coordinates of the samples: exact
 * iteration while gates are frozen, and an accelerated continuation for long horizons.
 */
package org.flowproof.flow.coefficients;
