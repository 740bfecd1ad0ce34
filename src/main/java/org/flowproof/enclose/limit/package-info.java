/**
 * Theorems about the limit of a flow, from its tube at one time: patterns that can no longer
 * change, convergence, the loss at the limit and what it fits; for the logistic loss how fast it
 * vanishes, and the direction of the weights.
 */
package org.flowproof.enclose.limit;
