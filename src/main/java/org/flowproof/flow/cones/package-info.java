/**
 * Activation cones of a data set and what the early-alignment flow does in each, in exact rational
 * arithmetic on the given doubles: {@link org.flowproof.flow.cones.ActivationCones} enumerates
 * them, {@link org.flowproof.flow.cones.AlignmentConstants} sums them up.
 */
package org.flowproof.flow.cones;
