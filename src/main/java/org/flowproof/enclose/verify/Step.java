package org.flowproof.enclose.verify;

import java.util.function.IntPredicate;
import java.util.zip.DataFormatException;
import org.flowproof.enclose.interval.Interval;

/**
 * A step as a certificate states it, of which nothing is believed, and what follows of the tube
 * around it: rates at which errors grow, integrated over the step, signs and speeds.
 */
final class Step {
  final Interval length;
  final Interval coupling;
  final Norm[] norms;
  final Track[] tracks;
  private final Given given;
  private final Interval[] residual; // of every sample, on the tube

  /** Reads what follows the word "step". */
  Step(CertificateText text, Given given, Polynomial[] last) throws DataFormatException {
    this.given = given;
    length = text.number();
    coupling = given.coupling.times(length);
    Given.require(length.isPositive(), "the step has no length");
    int degree = text.count(1, 24);
    norms = new Norm[text.count(1, given.m + 32)];
    for (int i = 0; i < norms.length; i++) {
      norms[i] = new Norm(text, given.m);
    }
    tracks = new Track[given.m];
    Interval projected = Interval.ZERO;
    for (int j = 0; j < given.m; j++) {
      tracks[j] = new Track(text, given, degree, last[j]);
      projected = projected.plus(tracks[j].displacement.times(tracks[j].outer.norm()));
    }
    Interval shift = shift(j -> true);
    residual = new Interval[given.n];
    Polynomial[] onPath = new Polynomial[given.n];
    for (int k = 0; k < given.n; k++) {
      Polynomial output = given.outer.times(Interval.ZERO);
      for (Track track : tracks) {
        Interval gate = given.gate(track.sides.charAt(k));
        output = output.plus(track.product.times(gate));
      }
      onPath[k] = given.y[k].minus(given.x[k].dot(output));
      residual[k] =
          onPath[k].range().plus(Interval.of(-1, 1).times(shift).times(given.x[k].norm()));
    }
    for (Track track : tracks) {
      track.follow(length, onPath, projected, shift.times(given.lipschitz));
    }
  }

  /** At least the change of outputs, by |x_k|, from the path to the tube of some neurons. */
  private Interval shift(IntPredicate neurons) {
    Interval sum = Interval.ZERO;
    for (int j = 0; j < given.m; j++) {
      sum = neurons.test(j) ? sum.plus(tracks[j].size.times(tracks[j].radius)) : sum;
    }
    return sum;
  }

  /** What the defect, the jump and some other neurons do to the error of a neuron. */
  Interval forcing(int j, IntPredicate others) {
    Interval coupled = coupling.times(tracks[j].size).times(shift(others));
    return coupled.plus(tracks[j].defect).plus(tracks[j].jump);
  }

  /**
   * Checks every kink that the tube of a neuron reaches. It has to be convex, {@code a_j r_k < 0},
   * and the jump of the field there outweigh what the other gate adds to {@code M_j}, {@code 2
   * |e_a| |r|}; or it is the concave one that is open. Tells whether that stays open.
   */
  boolean passes(int j, Kink kink) {
    Track track = tracks[j];
    Interval[] gates = new Interval[given.n];
    boolean open = false;
    for (int k = 0; k < given.n; k++) {
      char side = track.sides.charAt(k);
      gates[k] = given.gate(side);
      if (side == '0' || !track.clear(k)) {
        gates[k] = Interval.hull(given.alpha, Interval.ONE);
        Interval bend = track.outerRange.times(residual[k]);
        Interval added = track.radius.times(2).times(residual[k].abs());
        boolean convex = bend.isNegative() && added.upper() <= bend.mignitude();
        boolean paid = kink != null && kink.sample == k && bend.isPositive() && side != '0';
        String place = "neuron " + j + ", sample " + k;
        Given.require(convex || paid, place + ": a kink neither proven to be convex nor paid for");
        open |= paid;
      }
    }
    if (open) {
      kink.move(forcing(j, l -> l != j));
      gates[kink.sample] = given.gate(kink.from);
      passing(track, kink, gates);
    }
    return open;
  }

  /** Checks the factor of an open kink, {@code |x|} times push by speed, at gates before it. */
  private void passing(Track track, Kink kink, Interval[] gates) {
    Polynomial x = given.x[kink.sample];
    Interval along = Interval.ZERO;
    for (int k = 0; k < given.n; k++) {
      along = along.plus(gates[k].times(residual[k]).times(given.x[k].dot(x).range()));
    }
    Interval field = track.outerRange.times(along).times(given.factor);
    Interval slack = x.norm().times(track.defect).divide(length);
    Interval speed = field.times(Interval.of(kink.from == '+' ? -1 : 1)).minus(slack);
    Interval jump = Interval.ONE.minus(given.alpha).times(residual[kink.sample].abs());
    Interval reach = track.outerRange.abs().plus(track.radius.times(2));
    Interval push = reach.times(jump).times(given.factor).times(x.norm());
    Given.require(
        push.times(x.norm()).upper() <= speed.times(kink.factor).lower(),
        "the error at the kink of sample " + kink.sample + " may grow by more than stated");
  }
}
