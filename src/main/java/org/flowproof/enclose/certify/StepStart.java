package org.flowproof.enclose.certify;

import org.flowproof.enclose.path.Kinks;
import org.flowproof.enclose.path.PathStep;

/** Errors at the start of a step. Arrays have one entry for each neuron and are not written to. */
final class StepStart {
  private final Kinks kinks;
  private final double[] errors;
  private final double[] jumps;

  /**
   * A start.
   *
   * @param errors after the path has jumped
   * @param jumps of the path, with what its projection on slides moves it by at both ends
   */
  StepStart(Kinks kinks, double[] errors, double[] jumps) {
    this.kinks = kinks;
    this.errors = errors;
    this.jumps = jumps;
  }

  double error(int neuron) {
    return errors[neuron];
  }

  double jump(int neuron) {
    return jumps[neuron];
  }

  /**
   * Neurons whose gates are those of the path, or of the slide that flow and path are both on,
   * during the whole step.
   *
   * @param open kinks that are being passed
   * @param unclear samples whose side is not proven, slides apart, by neuron
   */
  boolean[] known(PathStep step, Captures before, Captures after, OpenKicks open, int[][] unclear) {
    boolean[] known = new boolean[errors.length];
    for (int j = 0; j < known.length; j++) {
      int[] slide = kinks.slides(step.sides(j));
      boolean held = slide.length == 0 || after.captured(j) && !before.on(j, slide).isEmpty();
      known[j] = held && unclear[j].length == 0;
    }
    open.all().forEach(kink -> known[kink.kick().neuron()] = false);
    return known;
  }
}
