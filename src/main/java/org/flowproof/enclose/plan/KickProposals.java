package org.flowproof.enclose.plan;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.enclose.bound.Kick;
import org.flowproof.enclose.certify.StepCertifier;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.TaylorCoefficients;
import org.flowproof.enclose.taylor.Bounds;

/** Guesses bounds at concave kinks from values at the start of a step, with some room. */
final class KickProposals {
  private final FlowModel model;
  private final StepCertifier certifier;
  private final Walker walker;
  private final Precision precision;

  KickProposals(FlowModel model, StepCertifier certifier, Walker walker, Precision precision) {
    this.model = model;
    this.certifier = certifier;
    this.walker = walker;
    this.precision = precision;
  }

  /** Bounds for concave kinks that are near and approached. */
  List<Kick> kicks(List<int[]> near, TaylorCoefficients taylor, double slack) {
    List<Kick> kicks = new ArrayList<>();
    double[] residuals = taylor.residualsAtStart();
    double outputShift = near.isEmpty() ? 0 : outputShift();
    for (int[] pair : near) {
      int j = pair[0];
      int k = pair[1];
      if (certifier.isOpen(j, k) || !(walker.outer()[j] * residuals[k] > 0)) {
        continue;
      }
      double along = 0;
      double[][] pull = taylor.pullAtStart(j);
      double square = 0;
      double pullSquare = 0;
      for (int i = 0; i < model.d(); i++) {
        pullSquare += pull[i][0] * pull[i][0];
        along += model.x(k)[i] * pull[i][0];
        square += model.x(k)[i] * model.x(k)[i];
      }
      double outer = Math.abs(walker.outer()[j]);
      double error = 1.5 * certifier.bounds().of(j);
      double speed =
          -walker.sides()[j][k].sign() * walker.outer()[j] * along
              - Math.sqrt(square)
                  * (1.5 * outer * model.pullLipschitz() * outputShift
                      + error * Math.sqrt(pullSquare));
      if (!(speed > 0)) {
        continue;
      }
      double push =
          model.factorUp()
              * (1 - model.alpha())
              * (outer + 3 * error)
              * (Math.abs(residuals[k])
                  + 1.5 * model.curvature() * model.sampleNorm(k) * outputShift)
              * Math.sqrt(square);
      double known = certifier.bounds().of(j);
      double rounding = 40 * precision.unit() * (walker.norm(j) + Math.abs(walker.outer()[j]));
      double before = known * (1 + slack) + rounding;
      double drift = 2 * slack * known + rounding;
      double slow = speed / (1 + slack);
      double fast = push * (1 + slack);
      double factor = Bounds.up(Bounds.up(fast * model.sampleNorm(k)) / slow) * (1 + 1e-9);
      kicks.add(new Kick(j, k, before, slow, fast, factor, drift));
    }
    return kicks;
  }

  private double outputShift() {
    double sum = 0;
    for (int j = 0; j < model.m(); j++) {
      double error = certifier.bounds().of(j);
      sum += (walker.size(j) + error) * error;
    }
    return sum;
  }
}
