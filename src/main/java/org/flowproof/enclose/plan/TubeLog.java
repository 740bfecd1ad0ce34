package org.flowproof.enclose.plan;

import java.math.BigDecimal;
import org.flowproof.enclose.certify.StepCertifier;
import org.flowproof.enclose.path.PathStep;
import org.flowproof.enclose.path.Side;

/** Takes down what was proven, as it is proven. */
public interface TubeLog {
  /** A step was proven. */
  void step(BigDecimal start, PathStep step, StepCertifier certifier);

  /** The path went through a kink, from sides to sides. */
  void kink(BigDecimal time, int neuron, int sample, Side[] from, Side[] to, double bend);

  /** How much was taken down; for {@link #back}. */
  int mark();

  /** Forgets what was taken down since a mark. */
  void back(int mark);
}
