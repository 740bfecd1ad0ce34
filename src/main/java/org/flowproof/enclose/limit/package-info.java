/**
 * Theorems about the limit of a flow, from its tube at one time: patterns that can no longer
 * change, convergence, the loss at the limit and what it fits.
 */
package org.flowproof.enclose.limit;
