package org.flowproof.flow.stiff;

import java.util.function.Predicate;

/**
 * What a run follows.
 *
 * @param field the equation
 * @param scale what errors are held against; used by one run
 * @param low whether the loss at a state is so small that the run ends
 */
record Motion(VectorField field, NeuronScale scale, Predicate<double[]> low) {}
