/** Exact reasoning on formula trees that shares no code with the computer-algebra library. */
package org.flowproof.proof.exact;
