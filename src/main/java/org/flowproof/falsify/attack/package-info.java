/**
 * The attack on a claim: random problems that meet its hypotheses, climbs towards the smallest
 * margin, and what becomes of a violation: made small, then confirmed before anybody is told.
 *
 * <p>Problems come from the arbitraries of {@code org.flowproof.falsify}, drawn in one thread from
 * one seed; what is computed with them is shared out among threads and taken together in the order
 * of the draws, so that results do not depend on the number of threads.
 */
package org.flowproof.falsify.attack;
