package org.flowproof.check.alignment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flowproof.check.Verdict;
import org.flowproof.check.alignment.NeuronEnd.Place;
import org.flowproof.flow.State;
import org.flowproof.flow.cones.Cone;
import org.flowproof.flow.cones.ExtremalVector;
import org.flowproof.formula.Ball;
import org.flowproof.formula.BallArithmetic;
import org.flowproof.formula.NoValueException;
import org.flowproof.formula.Rational;

/** Reads part (ii) for the neurons of one state, the one at the end of the phase. */
final class EndReader {
  private static final BallArithmetic BALLS = new BallArithmetic();

  private final Phase phase;
  private final State state;
  private final NeuronSigns signs;

  EndReader(Phase phase, State state, NeuronSigns signs) {
    this.phase = phase;
    this.state = state;
    this.signs = signs;
  }

  NeuronEnd read(int neuron) {
    NeuronSigns.Known known = signs.of(neuron);
    if (known.signs().isEmpty()) {
      return plain(
          Place.UNKNOWN,
          0,
          Verdict.UNKNOWN,
          "too close to the kink of sample " + (known.unknown() + 1) + " to tell its cone");
    }
    double[] w = new double[phase.problem().data().d()];
    for (int i = 0; i < w.length; i++) {
      w[i] = state.w(neuron, i);
    }
    Cone cone = phase.cones().withSigns(known.signs().get(), w);
    if (cone.pole() == Cone.Pole.REST) {
      return plain(Place.NO_PULL, 0, Verdict.HOLDS, "");
    }
    try {
      return new Pulled(neuron, cone).end();
    } catch (NoValueException e) {
      double pull = Math.sqrt(cone.pull().norm2().toDouble());
      Place place = cone.extremal() ? Place.EXTREMAL : Place.OTHER;
      return new NeuronEnd(
          place,
          phase.number(cone),
          phase.cones().extremal(cone).map(ExtremalVector::shape),
          false,
          pull,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Verdict.UNKNOWN,
          "its direction is not known: " + e.getMessage());
    }
  }

  private static NeuronEnd plain(Place place, double pull, Verdict verdict, String reason) {
    return new NeuronEnd(
        place,
        0,
        Optional.empty(),
        false,
        pull,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        verdict,
        reason);
  }

  /** A neuron whose cone has a pull, with the unit vector e of the pull. */
  private final class Pulled {
    private final int neuron;
    private final Cone cone;
    private final Rational difference;
    private final Ball norm;
    private final Ball a;
    private final List<Ball> e = new ArrayList<>();
    private final List<Ball> w = new ArrayList<>();
    private final Ball along;
    private final Ball beside2;

    Pulled(int neuron, Cone cone) {
      this.neuron = neuron;
      this.cone = cone;
      difference = Conserved.difference(phase.problem(), neuron);
      norm = Phase.root(cone.pull().norm2());
      a = new Ball(state.a(neuron), state.errorOfA(neuron));
      Ball sum = Ball.ZERO;
      for (int i = 0; i < cone.pull().dimension(); i++) {
        e.add(BALLS.divide(BALLS.of(cone.pull().get(i)), norm));
        w.add(new Ball(state.w(neuron, i), state.errorOfW(neuron)));
        sum = BALLS.plus(sum, BALLS.times(e.get(i), w.get(i)));
      }
      along = sum;
      Ball rest = Ball.ZERO;
      for (int i = 0; i < e.size(); i++) {
        rest =
            BALLS.plus(rest, BALLS.power(BALLS.minus(w.get(i), BALLS.times(along, e.get(i))), 2));
      }
      beside2 = rest;
    }

    NeuronEnd end() {
      Ball share = BALLS.divide(along, a);
      Ball inner = BALLS.times(norm, share);
      Ball direct = BALLS.minus(norm, inner);
      Optional<Ball> conserved = conserved(share);
      boolean solves =
          difference.signum() >= 0
              && conserved
                  .map(c -> c.lower() <= direct.upper() && direct.lower() <= c.upper())
                  .orElse(false);
      Ball gap = solves ? conserved.get() : direct;
      boolean positive = state.a(neuron) > 0;
      boolean against = cone.extremal() && (cone.pole() == Cone.Pole.ALONG) != positive;
      Optional<ExtremalVector> extremal = phase.cones().extremal(cone);
      String wrong = wrong(extremal, positive, against, direct);
      String open = wrong.isEmpty() ? open(against, direct, solves) : "";
      boolean towards = cone.extremal() && !against;
      return new NeuronEnd(
          cone.extremal() ? Place.EXTREMAL : Place.OTHER,
          phase.number(cone),
          extremal.map(ExtremalVector::shape),
          against,
          norm.value(),
          Optional.of(inner),
          Optional.of(gap),
          towards ? Optional.of(ratio(gap.value())) : Optional.empty(),
          cone.extremal() ? Optional.of(angle()) : Optional.empty(),
          wrong.isEmpty() ? open.isEmpty() ? Verdict.HOLDS : Verdict.UNKNOWN : Verdict.VIOLATED,
          wrong.isEmpty() ? open : wrong);
    }

    private String wrong(
        Optional<ExtremalVector> extremal, boolean positive, boolean against, Ball gap) {
      if (extremal.isEmpty()) {
        return "its cone holds neither its pull nor the negative of it";
      }
      ExtremalVector.Shape wanted =
          positive ? ExtremalVector.Shape.MAXIMUM : ExtremalVector.Shape.MINIMUM;
      if (extremal.get().shape() != wanted) {
        return "it is at a "
            + extremal.get().shape().name().toLowerCase(java.util.Locale.ROOT)
            + " with an output weight that is "
            + (positive ? "positive" : "negative");
      }
      if (!against && gap.upper() < 0) {
        return "<D, w/a> > |D|";
      }
      if (against && !phase.cones().isRay(cone) && beside2.lower() > 0) {
        return "w/a is neither along D nor exactly against it";
      }
      return "";
    }

    private String open(boolean against, Ball gap, boolean solves) {
      if (against) {
        return phase.cones().isRay(cone)
            ? ""
            : "whether w/a is exactly against D is within the numerical error";
      }
      // a tie: |w| <= |a| at the start is kept by every solution
      return gap.lower() >= 0 || solves ? "" : "<D, w/a> <= |D| is within the numerical error";
    }

    /**
     * {@code |D| - <D, w/a> = |D| (a^2 - |w|^2 + |w - <e, w> e|^2) / (a^2 (1 + <e, w>/a))}, without
     * cancellation; needs the conserved difference.
     */
    private Optional<Ball> conserved(Ball share) {
      if (!(share.lower() > 0)) {
        return Optional.empty();
      }
      Ball above = BALLS.plus(BALLS.of(difference), beside2);
      Ball below = BALLS.times(BALLS.power(a, 2), BALLS.plus(Ball.exact(1), share));
      return Optional.of(BALLS.times(norm, BALLS.divide(above, below)));
    }

    private double ratio(double gap) {
      return gap * Math.exp(phase.growth() * norm.value() / phase.constants().longest());
    }

    private double angle() {
      if (phase.cones().isRay(cone)) {
        return 0;
      }
      double towards = cone.pole() == Cone.Pole.ALONG ? along.value() : -along.value();
      return Math.atan2(Math.sqrt(Math.max(0, beside2.value())), towards);
    }
  }
}
