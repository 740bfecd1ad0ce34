package org.flowproof.enclose;

import java.math.BigDecimal;
import java.util.List;
import org.flowproof.enclose.path.PathStep;

/**
 * A proven step of a tube.
 *
 * @param start its start, exactly
 * @param path the polynomials
 * @param errors at least the distance of each neuron of the flow from its path, during the step
 * @param unclear for each neuron, samples of which the side is not proven, slides apart
 */
record TubeStep(BigDecimal start, PathStep path, List<Double> errors, List<List<Integer>> unclear) {
  BigDecimal end() {
    return start.add(new BigDecimal(path.length()));
  }
}
