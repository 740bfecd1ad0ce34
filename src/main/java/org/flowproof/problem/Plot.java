package org.flowproof.problem;

import java.util.Optional;

/**
 * A figure to draw over the time of the trajectory.
 *
 * @param title caption
 * @param quantity formula over the observables, with index j or k when it is drawn per neuron or
 *     per sample
 * @param per what each curve belongs to
 * @param scale of the vertical axis
 * @param bound formula of a bound to draw beside the quantity
 */
public record Plot(String title, Located quantity, Per per, Scale scale, Optional<Located> bound) {

  /** What each curve belongs to. */
  public enum Per {
    NONE,
    NEURON,
    SAMPLE
  }

  /** Scale of the vertical axis. */
  public enum Scale {
    LINEAR,
    LOG
  }
}
