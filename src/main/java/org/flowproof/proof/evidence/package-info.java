/** What the kernel's tools were asked and answered, kept beside the claims; never a verdict. */
package org.flowproof.proof.evidence;
