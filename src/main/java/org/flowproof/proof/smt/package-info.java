/** Polynomial inequalities among real scalars: an SMT solver and exact random sampling. */
package org.flowproof.proof.smt;
