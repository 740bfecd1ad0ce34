/** Claims held against trajectories: hypotheses first, then the conclusion over its range. */
package org.flowproof.check;
