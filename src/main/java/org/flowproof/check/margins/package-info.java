/**
 * What becomes of a classifier whose first layer is trained for a very long time (Kou, Chen and Gu,
 * Implicit bias of gradient descent on nearly-orthogonal data): readings of a state, the constants
 * of the theorem's hypotheses, and limits held against a run through the law of their approach.
 */
package org.flowproof.check.margins;
