/**
 * The computer-algebra system in a process of its own. It sees only expressions built from our
 * trees, is asked only for exact algebra, and can be killed.
 */
package org.flowproof.proof.symja;
