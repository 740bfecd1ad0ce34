/**
 * Checks certificates of tubes (docs/certificate.md) without any code of the prover but its
 * intervals: slow, plain, and short enough to be read in one sitting.
 */
package org.flowproof.enclose.verify;
