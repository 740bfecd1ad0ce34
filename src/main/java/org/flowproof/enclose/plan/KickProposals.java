package org.flowproof.enclose.plan;

import java.util.ArrayList;
import java.util.List;
import org.flowproof.enclose.certify.StepCertifier;
import org.flowproof.enclose.path.FlowModel;
import org.flowproof.enclose.path.KinkLine;
import org.flowproof.enclose.path.TaylorCoefficients;

/** Guesses bounds at concave kinks from values at the start of a step. */
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

  /** What is guessed of concave kinks that are near and approached. */
  List<KickGuess> guesses(List<int[]> near, TaylorCoefficients taylor) {
    List<KickGuess> guesses = new ArrayList<>();
    double[] residuals = taylor.residualsAtStart();
    double outputShift = near.isEmpty() ? 0 : outputShift();
    for (int[] pair : near) {
      int j = pair[0];
      int k = pair[1];
      KinkLine kink = model.kinks().of(k);
      double residual = kink.residual(residuals);
      if (certifier.isOpen(j, k) || !(walker.outer()[j] * residual > 0)) {
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
      double known = certifier.bounds().of(j);
      double error = 1.5 * known;
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
              * (Math.abs(residual) + 1.5 * model.curvature() * kink.reach() * outputShift)
              * Math.sqrt(square);
      double rounding = 40 * precision.unit() * (walker.norm(j) + outer);
      guesses.add(new KickGuess(j, k, model.sampleNorm(k), known, rounding, speed, push));
    }
    return guesses;
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
