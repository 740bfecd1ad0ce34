/** The kernel: rules, their questions to two opinions, and the only place that makes PROVED. */
package org.flowproof.proof.kernel;
