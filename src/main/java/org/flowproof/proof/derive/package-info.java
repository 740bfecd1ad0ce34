/** The dynamics derived from the loss. */
package org.flowproof.proof.derive;
